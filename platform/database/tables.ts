/**
 * The tables of the database as kysely sees them. A store declares its own beside its code:
 * `declare module '#platform/database/tables.ts' { interface Tables { reading: ReadingTable } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by declaration merging
export interface Tables {}
