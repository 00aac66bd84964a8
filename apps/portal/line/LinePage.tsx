import { PageFrame } from '../parts/Page.tsx';

export function Page() {
  return <PageFrame title="LinePage">…</PageFrame>;
}
