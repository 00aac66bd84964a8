import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, dataOf } from '../data/client.ts';
import { failureOf, unreachable } from '../data/failure.ts';
import type { components } from '../data/v1.d.ts';

export type PaperImport = components['schemas']['PaperImport'];
export type PaperLine = components['schemas']['PaperImportLine'];
export type PaperRow = components['schemas']['PaperImportRow'];
export type PaperKind = components['schemas']['PaperKinds']['kinds'][number];
export type PaperMapOrder = components['schemas']['PaperMapOrder'];
export type Outcome = PaperRow['outcome'];

/** What can be brought in, with all columns explained. */
export function useKinds() {
  return useQuery({
    queryKey: ['paperKinds'],
    queryFn: async () => (await dataOf(client.GET('/v1/paper-kinds', {}))).kinds,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Files that were brought in, the latest first. */
export function usePaperImports() {
  return useInfiniteQuery({
    queryKey: ['papers', 'list'],
    queryFn: ({ pageParam }) =>
      dataOf(
        client.GET('/v1/paper-imports', {
          params: { query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** One import; while somebody works on it, how far it has come is asked for again and again. */
export function usePaperImport(id: number, busy: boolean) {
  return useQuery({
    queryKey: ['papers', id],
    queryFn: () => dataOf(client.GET('/v1/paper-imports/{id}', { params: { path: { id } } })),
    refetchInterval: busy ? 400 : false,
  });
}

/** The rows of an import, page by page, of one outcome or all. `digest` tells one preview from the next. */
export function usePaperRows(id: number, outcome: Outcome | undefined, digest: string | null) {
  return useInfiniteQuery({
    queryKey: ['papers', id, 'rows', outcome, digest],
    queryFn: ({ pageParam }) => {
      const query = {
        limit: 50,
        ...(outcome ? { outcome } : {}),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return dataOf(client.GET('/v1/paper-imports/{id}/rows', { params: { path: { id }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Sends a file of a kind; brings back the import that was made of it. */
export async function sendFile(kind: string, file: File): Promise<PaperImport> {
  const query = new URLSearchParams({ kind, file: file.name.slice(0, 200) || 'file' });
  const init = { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } };
  const answer = await fetch(`/v1/paper-imports?${query}`, init).catch(() => {
    throw unreachable();
  });
  if (!answer.ok) throw await failureOf(answer);
  return (await answer.json()) as PaperImport;
}

/** One step of an import; whatever comes of it, the import is read again. */
export type Step =
  | { readonly step: 'map'; readonly order: PaperMapOrder }
  | { readonly step: 'preview' }
  | { readonly step: 'apply'; readonly digest: string; readonly rows: 'all' | 'good' }
  | { readonly step: 'undo'; readonly leaveChanged: boolean };

/** Carries out a step of an import. */
export function usePaperStep(id: number) {
  const cache = useQueryClient();
  return useMutation<unknown, Error, Step>({
    mutationFn: (step) => {
      const params = { path: { id } };
      switch (step.step) {
        case 'map':
          return dataOf(client.PUT('/v1/paper-imports/{id}/map', { params, body: step.order }));
        case 'preview':
          return dataOf(client.POST('/v1/paper-imports/{id}/preview', { params }));
        case 'apply': {
          const { digest, rows } = step;
          return dataOf(client.POST('/v1/paper-imports/{id}/apply', { params, body: { digest, rows } }));
        }
        case 'undo': {
          const { leaveChanged } = step;
          return dataOf(client.POST('/v1/paper-imports/{id}/undo', { params, body: { leaveChanged } }));
        }
      }
    },
    onSettled: async (_, __, { step }) => {
      await cache.invalidateQueries({ queryKey: ['papers'] });
      if (step === 'apply' || step === 'undo') await cache.invalidateQueries();
    },
  });
}
