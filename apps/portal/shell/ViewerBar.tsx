import { Icon } from '#platform/ui/Icon.tsx';
import { useViewer } from '../data/session.ts';
import { To } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import styles from './shell.module.css';
import { shellWords } from './words.ts';

/** Says to staff that this is a preview, and to partners whom they look after; customers see nothing of it. */
export function ViewerBar({ customer, name }: { customer: string; name: string }) {
  const say = useWords(shellWords);
  const viewer = useViewer();
  if (viewer?.as !== 'staff' && viewer?.as !== 'partner') return null;
  return (
    <aside
      className={`${styles.viewerBar} noPrint`}
      aria-label={viewer.as === 'staff' ? say('preview') : undefined}
    >
      <Icon name="info" />
      <p>{viewer.as === 'staff' ? say('preview') : say('partnerBar', { customer: name })}</p>
      {viewer.as === 'staff' ? (
        <a href={`/customers/${encodeURIComponent(customer)}`}>{say('previewBack')}</a>
      ) : (
        <To address="/portal">{say('otherCustomers')}</To>
      )}
    </aside>
  );
}
