import { type Mailer, mailerBy } from './mailer.ts';
import { type Poster, posterTo } from './webhook.ts';

/** Ways to reach people and machines, as far as they are set. */
export type Ways = {
  readonly mailer: Mailer | null;
  readonly poster: Poster | null;
};

/**
 * Returns the ways that the environment sets. Throws, naming the variable, where one is set without the other it needs,
 * or cannot be used: a start that would silently send nothing is worse than none.
 */
export function waysFromSettings(): Ways {
  const smtp = process.env.GOODTERMS_SMTP_URL;
  const from = process.env.GOODTERMS_MAIL_FROM;
  const url = process.env.GOODTERMS_WEBHOOK_URL;
  const secret = process.env.GOODTERMS_WEBHOOK_SECRET;
  const allowPrivate = process.env.GOODTERMS_WEBHOOK_PRIVATE === 'allow';
  if (smtp && !from) throw new Error('GOODTERMS_SMTP_URL is set, and GOODTERMS_MAIL_FROM is missing');
  if (smtp && !/^smtps?:\/\//.test(smtp))
    throw new Error('GOODTERMS_SMTP_URL has to begin with smtp:// or smtps://');
  if (url && !secret)
    throw new Error('GOODTERMS_WEBHOOK_URL is set, and GOODTERMS_WEBHOOK_SECRET is missing');
  return {
    mailer: smtp && from ? mailerBy(smtp, from) : null,
    poster: url && secret ? posterTo(url, secret, allowPrivate) : null,
  };
}
