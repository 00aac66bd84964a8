import { isEmpty, loadFiles } from '#apps/demo/load.ts';
import { colleagues } from '#apps/demo/people.ts';
import { playDesk } from '#apps/demo/stories/desk.ts';
import { playReviews, type ServerAt } from '#apps/demo/stories/reviews.ts';
import { playRooms, type Somebody } from '#apps/demo/stories/rooms.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { personas } from '#business/identity/accounts.store.ts';
import { identifyAsOurselves, ourselves } from './access/ourselves.ts';
import { makePersonas } from './access/personas.ts';
import { type AppOptions, makeApp } from './app.ts';
import type { ServerContext } from './context.ts';

/** How the demo is loaded: `address` is that of the server, `settle` waits until everybody is examined. */
export type DemoLoad = Pick<AppOptions, 'workspace' | 'report'> & {
  readonly address: string;
  readonly settle: () => Promise<void>;
  readonly say?: (words: string) => void;
};

/**
 * Loads the demo vendor into a store without customers, opens accounts for its people, and plays what they did before you
 * came. A store that has customers keeps what it has, and gets the accounts where they are missing.
 */
export async function loadDemo(context: ServerContext, load: DemoLoad): Promise<void> {
  const { address, settle, say = () => undefined, ...options } = load;
  const { clock } = context;
  if (!(await isEmpty(context))) return makePersonas(context, colleagues);
  say('Loading a demo vendor…');
  // The program asks itself, by apps that nobody from outside ever reaches.
  const { fetch } = makeApp(context, { ...options, identify: identifyAsOurselves });
  await loadFiles(fetch, address, demoVendor(clock()));
  await settle();
  await playDesk(fetch, address, clock());
  await settle();
  await makePersonas(context, colleagues);
  const somebody = await peopleOf(context);
  const serverAt = stage(context, options);
  await playRooms({ serverAt, address, somebody, clock });
  await playReviews(serverAt, address, clock());
  await settle();
}

/** One app for everybody and every moment: who asks, and when, is set for each request. They ask one after another. */
function stage(context: ServerContext, options: Pick<AppOptions, 'workspace' | 'report'>): ServerAt {
  let scene = { now: context.clock(), who: ourselves };
  const identify = async () => scene.who;
  const app = makeApp({ ...context, clock: () => scene.now }, { ...options, identify });
  return (now, who) => (request) => {
    scene = { now, who };
    return app.fetch(request);
  };
}

async function peopleOf({ pool }: Pick<ServerContext, 'pool'>): Promise<Somebody> {
  const people = await inAccess(pool, 'demo', personas);
  return (name) => {
    const found = people.find((one) => one.name === name);
    if (!found) throw new Error(`nobody of the demo is called ${name}`);
    return found.principal;
  };
}
