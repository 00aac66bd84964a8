import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AuditSummary as AuditSummarySchema,
  AuditView,
  ControlView,
} from '#apps/server/assurance/schemas.ts';
import { newKey } from '../data/api.ts';
import { client, dataOf } from '../data/client.ts';

export type AuditSummary = z.infer<typeof AuditSummarySchema>;
export type Audit = z.infer<typeof AuditView>;
export type Control = z.infer<typeof ControlView>;

/** The audits of all quarters, the latest first, and which quarter runs. */
export function useAudits() {
  return useQuery({ queryKey: ['audits'], queryFn: () => dataOf(client.GET('/v1/control-audits')) });
}

/** The audit of one quarter; nothing is read for `null`. */
export function useAudit(quarter: string | null) {
  return useQuery({
    queryKey: ['audit', quarter],
    queryFn: () =>
      dataOf(client.GET('/v1/control-audits/{quarter}', { params: { path: { quarter: quarter! } } })),
    enabled: quarter !== null,
  });
}

/** People to whom a task can be given. */
export function useTeam() {
  return useQuery({ queryKey: ['team'], queryFn: () => dataOf(client.GET('/v1/team')) });
}

/** What can be done to an audit. */
export type AuditOrder =
  | { readonly kind: 'run' }
  | { readonly kind: 'close'; readonly quarter: string }
  | { readonly kind: 'accept'; readonly quarter: string; readonly control: string; readonly reason: string }
  | {
      readonly kind: 'assign';
      readonly quarter: string;
      readonly control: string;
      readonly staff: string | null;
      readonly dueOn: string | null;
    };

/** Carries out an order and reads the audits again. */
export function useAuditOrder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: AuditOrder) => dataOf<unknown>(send(order) as Promise<{ data?: unknown }>),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['audits'] });
      await queries.invalidateQueries({ queryKey: ['audit'] });
    },
  });
}

function send(order: AuditOrder) {
  const header = { 'idempotency-key': newKey() };
  switch (order.kind) {
    case 'run':
      return client.POST('/v1/control-audits', { params: { header } });
    case 'close':
      return client.POST('/v1/control-audits/{quarter}/close', {
        params: { header, path: { quarter: order.quarter } },
      });
    case 'accept':
      return client.POST('/v1/control-audits/{quarter}/tasks/{control}/accept', {
        params: { header, path: pathOf(order) },
        body: { reason: order.reason },
      });
    case 'assign':
      return client.POST('/v1/control-audits/{quarter}/tasks/{control}/assign', {
        params: { header, path: pathOf(order) },
        body: { staff: order.staff, dueOn: order.dueOn },
      });
  }
}

function pathOf({ quarter, control }: { readonly quarter: string; readonly control: string }) {
  return { quarter, control: control as 'sources-alive' };
}
