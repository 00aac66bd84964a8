import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, dataOf } from '../data/client.ts';
import type { Offer } from './commands.ts';

/** Returns what was written once nobody has written for a moment, so that not every letter is asked for. */
export function useSettled(text: string, afterMs = 150): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), afterMs);
    return () => clearTimeout(timer);
  }, [text, afterMs]);
  return settled;
}

/** What the server finds; nothing is asked without words. What was found before stays until the next is there. */
export function useFound(asked: string) {
  return useQuery({
    queryKey: ['search', asked],
    queryFn: async (): Promise<Offer[]> => {
      const { items } = await dataOf(client.GET('/v1/search', { params: { query: { q: asked } } }));
      return items.map((hit) => ({ ...hit, id: `${hit.kind} ${hit.id}` }));
    },
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}
