/** What a database says of an error that holds no values of rows: its `detail`, `where` and parameters do. */
const harmless = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/**
 * Returns a failure as the log has it, with the number of the request it happened in: what it is and where in our code,
 * without anything a row or a request held. E-mail addresses in messages are left out.
 */
export function failureText(error: unknown, request = ''): string {
  return [request, ...describe(error, 0)].filter((line) => line !== '').join('\n');
}

function describe(error: unknown, depth: number): string[] {
  if (!(error instanceof Error)) return [`something that is no error was thrown (${typeof error})`];
  const fields = harmless.flatMap((name) => {
    const value = (error as Error & Partial<Record<string, unknown>>)[name];
    return typeof value === 'string' ? [`${name}=${value}`] : [];
  });
  const lines = [withoutAddresses(error.stack ?? `${error.name}: ${error.message}`), fields.join(' ')];
  return error.cause === undefined || depth > 3
    ? lines
    : [...lines, 'because of', ...describe(error.cause, depth + 1)];
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s"'(<=,/]+@[^\s"')>,/]+\.[a-z]{2,}/gi, '(an address)');
}
