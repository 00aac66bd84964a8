import { dateIn, type Instant } from '#platform/instant.ts';
import { catalogYaml } from './catalog.ts';
import { type DemoDates, demoDates } from './dates.ts';
import { agreementsYaml } from './papers.ts';
import { customersYaml } from './parties.ts';
import { inventory } from './stories/cores.ts';
import { solverServer } from './stories/solver.ts';
import { testCalls } from './stories/testCalls.ts';
import { apiCalls, checkouts, licenseServer, rosters } from './usage.ts';

/** One file for a public importer: where it is posted and what it holds. */
export type DemoFile = { readonly path: string; readonly type: string; readonly body: string };

/**
 * Returns the demo vendor, Meridian Tools, as files for the public importers, in the order in which they have to go in.
 * Its dates move with `now`, so that agreements are always eight months old; all else is the same each time.
 *
 * Northwind is within its terms and tests for free, Harborview near a limit, Brightline over by growth, Copperfield over
 * by one person who stands in the roster twice (and has a machine's account in it), Fjordline covered by a permit and
 * heading for its limit of core licenses, Kestrel over by our own mistake, Solano uses the product in a country it did
 * not order, and Tidewater has sent nothing yet. What people do with it follows in stories/desk.ts.
 */
export function demoVendor(now: Instant): readonly DemoFile[] {
  const dates = demoDates(dateIn(now, 'UTC'));
  return [
    { path: '/v1/imports/catalog', type: 'application/yaml', body: catalogYaml(dates) },
    { path: '/v1/imports/customers', type: 'application/yaml', body: customersYaml(dates) },
    { path: '/v1/imports/agreements', type: 'application/yaml', body: agreementsYaml(dates) },
    ...seats(dates, 'northwind', [61, 64, 66, 70, 73, 77, 80, 83, 84]),
    ...seats(dates, 'harborview', [33, 35, 38, 40, 41, 43, 45, 46, 47]),
    ...seats(dates, 'copperfield', [17, 18, 20, 21, 22, 23, 24, 25, 26], {
      6: ['svc-backup'],
      7: ['svc-backup'],
      8: ['santos.maria', 'svc-backup'],
    }),
    ...seats(dates, 'solano', [12, 12, 13, 13, 14, 14, 15, 15, 15]),
    events('northwind', 'calls', apiCalls(dates, 'northwind', [310, 322, 318, 341, 355, 349, 362, 371, 377])),
    events('northwind', 'test-calls', testCalls(dates)),
    events(
      'fjordline',
      'calls',
      apiCalls(dates, 'fjordline', [1610, 1655, 1702, 1768, 1840, 1905, 2210, 2285, 2340]),
    ),
    events(
      'solano',
      'calls',
      apiCalls(dates, 'solano', [88, 91, 90, 95, 99, 102, 104, 108, 107], { 5: 'US', 6: 'US' }),
    ),
    events('brightline', 'checkouts', checkouts(dates, 'brightline', [24, 26, 29, 31, 34, 37, 41, 45, 49])),
    {
      path: '/v1/customers/kestrel/usage?format=lmstat&source=flexlm-kestrel&zone=America/New_York&file=lmstat.txt',
      type: 'text/plain',
      body: licenseServer(dates, [14, 15, 17, 18, 18, 19, 26, 19, 18]),
    },
    {
      path: '/v1/customers/kestrel/usage?format=rlmstat&source=rlm-kestrel&zone=America/New_York&file=rlmstat.txt',
      type: 'text/plain',
      body: solverServer(dates),
    },
    {
      path: '/v1/customers/fjordline/usage?format=csv&source=inventory&zone=Europe/Berlin&kind=level&feature=beacon_server&file=servers.csv',
      type: 'text/csv',
      body: inventory(dates),
    },
  ];
}

function events(customer: string, what: string, body: string): DemoFile {
  return {
    path: `/v1/customers/${customer}/usage?format=cloudevents&file=${customer}-${what}.ndjson`,
    type: 'application/x-ndjson',
    body,
  };
}

function seats(
  dates: DemoDates,
  customer: string,
  sizes: readonly number[],
  twice: Record<number, string[]> = {},
): DemoFile[] {
  return rosters(dates, customer, sizes, twice).map(({ asOf, csv }) => ({
    path: `/v1/customers/${customer}/usage?format=roster&source=directory&roster=atlas&feature=atlas.seat&at=${asOf}&file=atlas-seats-${asOf.slice(0, 10)}.csv`,
    type: 'text/csv',
    body: csv,
  }));
}
