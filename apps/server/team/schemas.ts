import { z } from '@hono/zod-openapi';
import { staffRoles } from '#business/identity/roles.ts';

/** What a person of the vendor does here. */
export const StaffRole = z.enum(staffRoles).openapi('StaffRole');

export const StaffView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: StaffRole,
    active: z.boolean(),
    version: z.number().int(),
  })
  .openapi('Staff');

export const StaffOrder = z
  .object({
    name: z.string().trim().min(1, 'Give a name.').max(200),
    email: z.email('Give an e-mail address.').max(320),
    role: StaffRole,
  })
  .openapi('StaffOrder');

export const Team = z
  .object({ items: z.array(StaffView), next: z.null(), total: z.number().int() })
  .openapi('Team');
