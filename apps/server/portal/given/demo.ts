import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { type Running, running } from '#apps/server/given/running.ts';
import type { Instant } from '#platform/instant.ts';

/** Starts the server with the demo vendor's papers and use taken in, and examined once. */
export async function runningDemo(start: Instant): Promise<Running> {
  const here = await running(start);
  const send = async (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    return here.answer(
      request.method,
      `${pathname}${search}`,
      new Uint8Array(await request.arrayBuffer()),
      headers,
    );
  };
  await loadFiles(send as never, 'http://localhost:4300', demoVendor(start));
  await here.settle();
  return here;
}
