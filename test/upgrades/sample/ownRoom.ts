import type { People } from './accounts.ts';
import type { SampleServer } from './server.ts';

type OwnAlerts = {
  readonly items: readonly {
    readonly id: string;
    readonly version: number;
    readonly threshold: { readonly percent: string };
  }[];
};

/** What customers set and read for themselves: alerts of their own, what changed, the rules; what staff were told. */
export async function ownRoom({ ask, settle }: SampleServer, people: People): Promise<void> {
  const { administrator, member, sam } = people;
  const as = administrator('birch');
  const path = '/v1/portal/birch/alerts';
  const watch = (percent: string) => ({
    ...{ agreement: 'AG-birch', clause: 'calls', threshold: { kind: 'percent', percent } },
    hears: [as.account, member.account],
  });
  await ask('POST', path, { body: watch('50'), as, once: 'own-half' });
  await ask('POST', path, { body: watch('70'), as, once: 'own-more' });
  const { items } = await ask<OwnAlerts>('POST', path, { body: watch('80'), as, once: 'own-most' });
  const of = (percent: string) => items.find(({ threshold }) => threshold.percent === percent)!;
  const [changed, removed] = [of('70'), of('80')];
  await ask('PUT', `${path}/${changed.id}`, { body: watch('99'), version: changed.version, as });
  await ask('DELETE', `${path}/${removed.id}`, { as });
  await ask('PUT', '/v1/portal/birch/alert-wish', {
    body: { channel: 'email', kinds: ['near'] },
    as: member,
  });
  await settle();

  const until = '2026-11-22T09:30:00Z';
  await ask('POST', '/v1/portal/birch/changes/seen', { body: { until }, as: member });
  type Lesson = {
    readonly clause: { readonly agreement: string; readonly id: string };
    readonly digest: string;
  };
  const { lessons } = await ask<{ lessons: readonly Lesson[] }>('GET', '/v1/portal/birch/onboarding', {
    as: member,
  });
  const [{ clause, digest }] = lessons as readonly [Lesson];
  const body = { lessons: [{ agreement: clause.agreement, clause: clause.id, digest }] };
  await ask('POST', '/v1/portal/birch/onboarding/done', { body, as: member });

  const told = await ask<OwnAlerts>('GET', '/v1/notifications', { as: sam });
  await ask('POST', '/v1/notifications/seen', { body: { ids: [told.items.at(-1)!.id] }, as: sam });
}
