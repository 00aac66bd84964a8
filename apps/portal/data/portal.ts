import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { client, dataOf } from './client.ts';

type Schemas = components['schemas'];
export type Overview = Schemas['PortalOverview'];
export type Agreement = Schemas['PortalAgreement'];
export type Clause = Schemas['PortalClause'];
export type Use = Schemas['PortalUse'];
export type PortalDate = Schemas['PortalDate'];

const at = (customer: string) => ({ params: { path: { customer } } });

/** Everything a customer's first page shows. */
export const overviewQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'overview'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/overview', at(customer))),
  });

/** All dates from today on. */
export const datesQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'dates'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/dates', at(customer))),
  });

/** What has changed since the reader last looked, or since a moment. */
export const changesQuery = (customer: string, since: string | null = null) =>
  queryOptions({
    queryKey: ['portal', customer, 'changes', since],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/changes', {
          params: { path: { customer }, query: since === null ? {} : { since } },
        }),
      ),
  });

/** The rules, explained one by one. */
export const onboardingQuery = (customer: string) =>
  queryOptions({
    queryKey: ['portal', customer, 'onboarding'],
    queryFn: () => dataOf(client.GET('/v1/portal/{customer}/onboarding', at(customer))),
  });

/** Which line of an agreement, and which of its groups; `null`: the one closest to its limit. */
export type LinePlace = {
  readonly customer: string;
  readonly agreement: string;
  readonly clause: string;
  readonly group: string | null;
};

/** One clause with its use over time. */
export const lineQuery = ({ customer, agreement, clause, group }: LinePlace) =>
  queryOptions({
    queryKey: ['portal', customer, 'line', agreement, clause, group],
    queryFn: () =>
      dataOf(
        client.GET('/v1/portal/{customer}/lines/{agreement}/{clause}', {
          params: { path: { customer, agreement, clause }, query: group === null ? {} : { group } },
        }),
      ),
  });

export type Line = Schemas['PortalLine'];
export type Window = Schemas['PortalWindow'];
export type Evidence = Schemas['PortalEvidence'];
export type EvidenceRow = Schemas['PortalEvidenceRow'];

/** How many counted units are read at once: enough to search most periods as a whole. */
const unitsAtOnce = 500;

/** Who and what was counted in one window, page by page. */
export const evidenceQuery = ({ customer, agreement, clause }: LinePlace, group: string, window: string) =>
  infiniteQueryOptions({
    queryKey: ['portal', customer, 'evidence', agreement, clause, group, window],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/portal/{customer}/lines/{agreement}/{clause}/evidence', {
          params: {
            path: { customer, agreement, clause },
            query: {
              window,
              group,
              limit: unitsAtOnce,
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** The groups of a clause, page by page. */
export const groupsQuery = ({ customer, agreement, clause }: LinePlace) =>
  infiniteQueryOptions({
    queryKey: ['portal', customer, 'groups', agreement, clause],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/portal/{customer}/lines/{agreement}/{clause}/groups', {
          params: {
            path: { customer, agreement, clause },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export type Changes = Schemas['PortalChanges'];
export type Onboarding = Schemas['PortalOnboarding'];
export type Lesson = Schemas['PortalLesson'];

/** The customers that the reader may open, page by page. */
export const entriesQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['portal', 'entries', search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/portal', {
          params: {
            query: {
              ...(search === '' ? {} : { search }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** Puts down that the reader has seen what changed up to a moment. */
export async function markSeen(customer: string, until: string): Promise<void> {
  await client.POST('/v1/portal/{customer}/changes/seen', { ...at(customer), body: { until } });
}

/** Puts a rule away that was read; returns the rules as they are then. */
export function markRead(customer: string, { clause, digest }: Lesson): Promise<Onboarding> {
  const lessons = [{ agreement: clause.agreement, clause: clause.id, digest }];
  return dataOf(client.POST('/v1/portal/{customer}/onboarding/done', { ...at(customer), body: { lessons } }));
}
