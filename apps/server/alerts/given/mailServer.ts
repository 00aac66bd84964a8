import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine, and what it received. */
export type MailServer = {
  readonly url: string;
  readonly received: ParsedMail[];
  /** What it answers to the next recipients; `null`: it takes them. */
  answerWith: (code: number | null) => void;
  readonly stop: () => Promise<void>;
};

/** Starts a mail server. */
export async function mailServer(): Promise<MailServer> {
  const received: ParsedMail[] = [];
  let code: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      done(code === null ? null : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answerWith: (next) => {
      code = next;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
