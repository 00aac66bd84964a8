import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { isEmpty } from '#apps/demo/load.ts';
import type { BillingPort } from '#business/settlement/billing.ts';
import { openDatabase } from '#platform/database/open.ts';
import { fromMilliseconds, type Instant } from '#platform/instant.ts';
import { buildPages } from '../../bin/buildPages.ts';
import { identifyBy } from './access/identify.ts';
import { startLinkWorker } from './access/linkWorker.ts';
import { type ProviderSettings, providersFromSettings } from './access/providers/settings.ts';
import { type AccessSettings, accessFromSettings } from './access/settings.ts';
import { beginAccess, beginningWords } from './access/start.ts';
import { startDeliveries } from './alerts/deliver.ts';
import { type Ways, waysFromSettings } from './alerts/settings.ts';
import { makeApp } from './app.ts';
import { billingFromSettings } from './billing/settings.ts';
import { loadDemo } from './demo.ts';
import { detectionThread } from './detectionThread.ts';
import { failureText } from './failureText.ts';
import { startFoldAudit } from './foldAudit.ts';
import { tidyImports } from './imports/importer.ts';
import { spoolFolderOf } from './imports/spool.ts';
import { readWatchSettings, startWatches, type WatchSettings } from './imports/watch/start.ts';
import { startMail } from './mail/sendMail.ts';
import { startReviews } from './reviews/keeper.ts';
import { startWorker } from './worker.ts';

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    port: { type: 'string', default: process.env.PORT ?? '4300' },
    'no-demo': { type: 'boolean', default: false },
    administrator: { type: 'boolean', default: false },
  },
});

const clock = (): Instant => fromMilliseconds(Date.now());
const say = (words: string): void => console.log(words);
const report = (error: unknown, request = ''): void => console.error(failureText(error, request));

let ways: Ways;
let watching: WatchSettings;
let billing: BillingPort | null;
let settings: AccessSettings;
let providers: ProviderSettings;
try {
  ways = waysFromSettings();
  watching = readWatchSettings();
  billing = billingFromSettings();
  providers = providersFromSettings();
  settings = accessFromSettings(values.port, ways.mailer !== null);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const database = await openDatabase({ fresh: values.fresh }).catch((error: Error) => {
  console.error(error.message);
  return process.exit(1);
});
say(database.describe);
const workspace = fileURLToPath(new URL('../workspace/dist', import.meta.url));
await buildPages();

// Copies of files lie beside the data: a disk's full, a backup's, an erasure's way is the same for both.
const spool = database.folder ? join(database.folder, 'spool') : spoolFolderOf(database.app.options);
const base = { pool: database.app, clock, actor: 'staff', spool, publicUrl: settings.publicUrl };
await tidyImports({ ...base, wake: () => undefined }, Date.now());
const thread = detectionThread(database.app);
const worker = startWorker(base, report, thread.detect);
const deliveries = startDeliveries(base, ways, report);
const mail = startMail(base, ways.mailer, report);
// What the demo tells of reviews comes first.
let isLoaded = false;
const reviews = startReviews(base, report, () => isLoaded);
const links = startLinkWorker({ context: base, settings }, report);
const audit = startFoldAudit(base, (words) => console.error(words));
const context = { ...base, wake: worker.wake, billing };
const watches = startWatches(context, watching, report);
const beginning = await beginAccess(base, {
  wanted: values['no-demo'] ? 'own' : 'demo',
  hasCustomers: !(await isEmpty(base)),
  administrator: values.administrator,
});
const app = makeApp(context, {
  workspace,
  identify: identifyBy({ context, settings }),
  ...{ publicUrl: settings.publicUrl, access: settings, providers, report, folds: audit.state },
  ...(beginning.welcome ? { welcome: beginning.welcome } : {}),
});
const host = process.env.GOODTERMS_HOST ?? '127.0.0.1';
// A file of any size may take any time to arrive.
const serverOptions = { requestTimeout: 0 };
const server = serve({ fetch: app.fetch, hostname: host, port: Number(values.port), serverOptions });
await new Promise<void>((ready, fail) => {
  server.once('listening', ready);
  server.once('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'EADDRINUSE'
        ? new Error(`Port ${values.port} is taken. Choose another: npm start -- --port 4301`)
        : error,
    ),
  );
}).catch(async (error: Error) => {
  console.error(error.message);
  await Promise.all([
    watches.stop(),
    worker.stop(),
    deliveries.stop(),
    mail.stop(),
    reviews.stop(),
    links.stop(),
    audit.stop(),
  ]);
  await thread.stop();
  await database.close();
  process.exit(1);
});

async function end(): Promise<void> {
  server.close();
  await Promise.all([
    watches.stop(),
    worker.stop(),
    deliveries.stop(),
    mail.stop(),
    reviews.stop(),
    links.stop(),
    audit.stop(),
  ]);
  await thread.stop();
  await database.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end());

// Crash while the demo loads: what went in stays, and the next start, finding customers, leaves it at that; --fresh begins anew.
if (beginning.mode === 'demo') {
  const address = `http://localhost:${values.port}`;
  await loadDemo(context, { workspace, report, address, settle: worker.settle, say });
}
isLoaded = true;
say(`\n${beginningWords(settings.publicUrl, beginning).join('\n')}\n`);
