import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './positions.module.css';

const steps = [
  { words: 'What you sell, and for how much', command: 'goodterms import catalog FILE.yaml' },
  { words: 'Who you serve', command: 'goodterms import customers FILE.yaml' },
  { words: 'What each of them signed', command: 'goodterms import agreements FILE.yaml' },
  { words: 'What they use', command: 'goodterms import usage FILE…' },
] as const;

/** What to do where nothing has been imported yet. */
export function PositionsEmpty({ loading }: { loading: boolean }) {
  return (
    <div className={styles.empty}>
      <PageTitle>Positions</PageTitle>
      <h1>{loading ? 'The first positions are on their way' : 'No positions yet'}</h1>
      <p className="dimmed">
        {loading
          ? 'Usage is being read. This page fills by itself.'
          : 'A position is what a customer uses against what it may use. It takes four things, in this order:'}
      </p>
      {!loading && (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.command}>
              <span>{step.words}</span>
              <code>{step.command}</code>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
