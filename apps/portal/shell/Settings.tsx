import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Select } from '#platform/ui/fields.tsx';
import { type Colors, chooseColors, chosenColors } from '../data/colors.ts';
import { signOut, useViewer } from '../data/session.ts';
import { type Language, languages } from '../words/languages.ts';
import { useSpeech, useWords } from '../words/Words.tsx';
import styles from './shell.module.css';
import { shellWords } from './words.ts';

/** Who is signed in, language, colors, and the way out. */
export function Settings() {
  const say = useWords(shellWords);
  const viewer = useViewer();
  const { language, speak } = useSpeech();
  const [colors, setColors] = useState<Colors>(chosenColors);
  return (
    <div className={`${styles.settings} noPrint`}>
      <Select
        label={say('language')}
        value={language}
        options={languages.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => speak(event.target.value as Language)}
      />
      <Select
        label={say('colors')}
        value={colors}
        options={[
          { value: 'auto', label: say('colorsAuto') },
          { value: 'light', label: say('colorsLight') },
          { value: 'dark', label: say('colorsDark') },
        ]}
        onChange={(event) => {
          const next = event.target.value as Colors;
          setColors(next);
          chooseColors(next);
        }}
      />
      {viewer && (
        <div className={styles.viewer}>
          {viewer.name && <p className="small soft">{say('signedInAs', { name: viewer.name })}</p>}
          <Button weight="quiet" icon="leave" onClick={() => void signOut()}>
            {say('signOut')}
          </Button>
        </div>
      )}
    </div>
  );
}
