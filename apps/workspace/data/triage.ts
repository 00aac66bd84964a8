import { useQuery } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { client, dataOf, seen } from './client.ts';
import type { components } from './v1.d.ts';

export type TriagePage = components['schemas']['TriagePage'];
export type TriageRow = components['schemas']['TriageRow'];
export type TriagePreview = components['schemas']['TriagePreview'];
export type TableTest = components['schemas']['TableTest'];

/** The table in force. */
export function useTriage() {
  return useQuery({ queryKey: ['triage'], queryFn: () => dataOf(client.GET('/v1/triage')) });
}

/** Tries a table on every open finding. */
export function useTriagePreview() {
  return useChange((rows: TriageRow[]) => dataOf(client.POST('/v1/triage/preview', { body: { rows } })), []);
}

/** Publishes a table made from the version that was seen. */
export function usePublishTriage() {
  return useChange(
    ({ rows, version }: { rows: TriageRow[]; version: number }) =>
      client.PUT('/v1/triage', { params: { header: seen(version) }, body: { rows } }),
    ['triage', 'positions'],
  );
}
