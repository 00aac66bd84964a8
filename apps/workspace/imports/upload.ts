import { Failure, unreachable } from '../data/failure.ts';
import type { ImportDetail } from './importData.ts';

/** How much of a file has been sent, in bytes. */
export type Sent = { readonly sent: number; readonly size: number };

/** Sends a file piece by piece as the browser reads it; fetch would not say how far it is. Ends when `signal` says so. */
export function uploadFile(
  customer: string,
  file: File,
  onSent: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<ImportDetail> {
  const address = `/v1/customers/${encodeURIComponent(customer)}/usage-imports`;
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${address}?file=${encodeURIComponent(file.name.slice(-200))}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onSent({ sent: loaded, size: file.size });
    request.onload = () => {
      if (request.status === 201) done(JSON.parse(request.responseText) as ImportDetail);
      else fail(failureFrom(request));
    };
    request.onerror = () => fail(unreachable());
    request.onabort = () => fail(stopped());
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function failureFrom({ status, responseText }: XMLHttpRequest): Failure {
  try {
    return new Failure({ ...JSON.parse(responseText), status });
  } catch {
    return new Failure({
      status,
      title: 'The server did not answer as expected',
      detail: `It answered with status ${status} and no explanation.`,
      todo: 'Try again; if it stays like this, look at the log of the server.',
    });
  }
}

function stopped(): Failure {
  return new Failure({
    status: 0,
    title: 'Stopped',
    detail: 'The file was not sent to its end. Nothing of it was kept.',
    todo: 'Choose a file to begin again.',
  });
}
