import { createTransport } from 'nodemailer';

/** A message to one person. `id` stands in its Message-ID: the same each time it is sent again. */
export type Mail = {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

/** What came of a try: `later` may be tried again, `never` not. `detail` names nobody. */
export type Tried = { readonly kind: 'sent' } | { readonly kind: 'later' | 'never'; readonly detail: string };

export type Mailer = { readonly send: (mail: Mail) => Promise<Tried>; readonly close: () => void };

const patience = 20_000;

/** Returns a sender by SMTP: `url` as `smtp://user:password@host:587` or `smtps://…`, `from` an address. */
export function mailerBy(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({
          from,
          to: mail.to,
          ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
          subject: mail.subject,
          text: mail.text,
          messageId: `<${mail.id}@${domain}>`,
          // Answering machines do not answer to this (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'sent' };
      } catch (error) {
        return triedInVain(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A server that says 5xx will say it again (RFC 5321, 4.2.1). Its words may hold an address and stay out. */
function triedInVain(error: unknown): Tried {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  const refused = typeof responseCode === 'number' && responseCode >= 500 && code !== 'EAUTH';
  if (refused) return { kind: 'never', detail: `The mail server refused the message (${responseCode}).` };
  const why = typeof code === 'string' ? ` (${code})` : '';
  return { kind: 'later', detail: `The mail server could not be reached or is busy${why}.` };
}
