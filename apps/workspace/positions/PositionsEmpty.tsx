import { FirstSteps } from '../customers/FirstSteps.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './positions.module.css';

/** The importers, in the order they need each other; the server's own address, so that a line can be copied as it is. */
const { origin } = window.location;
const steps = [
  {
    words: 'What you sell, and for how much',
    command: `curl --data-binary @catalog.yaml ${origin}/v1/imports/catalog`,
  },
  {
    words: 'Who you serve',
    command: `curl --data-binary @customers.yaml ${origin}/v1/imports/customers`,
  },
  {
    words: 'What each of them signed',
    command: `curl --data-binary @agreements.yaml ${origin}/v1/imports/agreements`,
  },
  {
    words: 'What they use (CUSTOMER is the id you gave it)',
    command: `curl --data-binary @usage.json "${origin}/v1/customers/CUSTOMER/usage?format=cloudevents"`,
  },
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
          : 'Begin with what you sell and whom you serve; positions follow by themselves.'}
      </p>
      {!loading && <FirstSteps />}
      {!loading && (
        <Disclosure label="The same on the command line">
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step.command}>
                <span>{step.words}</span>
                <code>{step.command}</code>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </div>
  );
}
