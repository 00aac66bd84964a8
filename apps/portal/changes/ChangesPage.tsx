import { PageFrame } from '../parts/Page.tsx';

export function Page() {
  return <PageFrame title="ChangesPage">…</PageFrame>;
}
