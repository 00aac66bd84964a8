import { z } from '@hono/zod-openapi';

/** The question: a part of a name or id. */
export const searchQuery = z.object({
  q: z.string().trim().min(1, 'Say what to look for.').max(100),
});

export const Hit = z
  .object({
    kind: z.enum(['Customer', 'Agreement', 'Product', 'Finding', 'Quote', 'Partner', 'Team']),
    id: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    place: z.string(),
  })
  .openapi('Hit');

export const Hits = z.object({ items: z.array(Hit), next: z.null(), total: z.null() }).openapi('Hits');
