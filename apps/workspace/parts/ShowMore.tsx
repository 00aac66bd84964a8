import { Button } from '@mantine/core';
import { useState } from 'react';
import { countOf } from '../format.ts';

const step = 100;

/** Returns the first rows of a long list and the button that shows more of them (nothing when all are shown). */
export function useShown<T>(rows: readonly T[], first = 24): { shown: readonly T[]; more: React.ReactNode } {
  const [limit, setLimit] = useState(first);
  const left = rows.length - limit;
  const more = left > 0 && (
    <Button variant="default" size="xs" mt="xs" onClick={() => setLimit(limit + step)}>
      Show {Math.min(step, left)} more ({countOf(left, 'row', 'rows')} left)
    </Button>
  );
  return { shown: rows.slice(0, limit), more };
}
