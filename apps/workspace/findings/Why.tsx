import { useState } from 'react';
import type { FindingView } from '#apps/server/pages.ts';
import { ProvenanceList } from '../parts/ProvenanceList.tsx';
import { ContestList } from '../questions/ContestList.tsx';
import { Arithmetic } from './Arithmetic.tsx';
import { Checks } from './Checks.tsx';
import { Evidence } from './Evidence.tsx';
import styles from './findings.module.css';
import { History } from './History.tsx';
import { NotCounted } from './NotCounted.tsx';
import { Questions } from './Questions.tsx';
import { Windows } from './Windows.tsx';

/** Everything a finding rests on, from the limit down to each counted unit. */
export function Why(props: { customer: string; finding: FindingView; zone: string }) {
  const { customer, finding, zone } = props;
  const [window, setWindow] = useState<number | null>(null);
  const heading = `evidence-${finding.key}`;
  const show = (index: number) => {
    setWindow(index);
    document.getElementById(heading)?.focus();
  };
  return (
    <div className={styles.why}>
      <section>
        <h4>What was allowed, and why</h4>
        <ProvenanceList provenance={finding.provenance} />
      </section>
      <section>
        <h4>Window by window</h4>
        <Windows finding={finding} zone={zone} shown={window} onShow={show} />
      </section>
      <section>
        <h4>How it was checked</h4>
        <Checks verification={finding.verification} />
      </section>
      <section>
        <h4>What remains in question</h4>
        <Questions customer={customer} questions={finding.questions} unit={finding.unit} />
        <ContestList contests={finding.contests} />
      </section>
      <section>
        <h4 id={heading} tabIndex={-1}>
          The counted units
        </h4>
        <Evidence key={window} customer={customer} finding={finding} zone={zone} window={window} />
      </section>
      {finding.notCounted.length > 0 && (
        <section>
          <h4>What does not count</h4>
          <NotCounted entries={finding.notCounted} />
        </section>
      )}
      {finding.trueUp && (
        <section>
          <h4>What a true-up comes to</h4>
          <Arithmetic priced={finding.trueUp} />
        </section>
      )}
      <section>
        <h4>What happened when</h4>
        <History finding={finding} zone={zone} />
      </section>
    </div>
  );
}
