import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefresh } from '../agreements/agreementData.ts';
import styles from '../editing/editing.module.css';
import { Guided } from '../editing/Guided.tsx';
import { TextDoor } from '../editing/TextDoor.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { CatalogTables } from './CatalogTables.tsx';
import { catalogActions } from './catalogActions.ts';
import {
  type CatalogDocument,
  type CatalogForm,
  type CatalogPreview,
  catalogDoor,
  useCatalog,
} from './catalogData.ts';
import { PricesPreview } from './PricesPreview.tsx';

/** What can be bought and for how much: looked at, and edited step by step or as a text. */
export function CatalogPage() {
  const query = useCatalog();
  return (
    <>
      <PageTitle>Catalog</PageTitle>
      <Loaded title="Catalog" query={query}>
        {(document) => <Catalog document={document} reload={async () => (await query.refetch()).data} />}
      </Loaded>
    </>
  );
}

const asText = 'text';

function Catalog(props: { document: CatalogDocument; reload: () => Promise<CatalogDocument | undefined> }) {
  const { document, reload } = props;
  const [chosen, setChosen] = useState('');
  const [saved, setSaved] = useState(false);
  const queries = useQueryClient();
  const refresh = useRefresh();
  const form = document.form as CatalogForm;
  const actions = catalogActions(form);
  const action = actions.find(({ key }) => key === chosen);
  const shared = {
    door: catalogDoor(document, reload),
    showPreview: (preview: CatalogPreview) => <PricesPreview preview={preview} />,
    onSaved: () => {
      setSaved(true);
      setChosen('');
      void queries.invalidateQueries({ queryKey: ['catalog'] });
      void refresh();
    },
  };
  return (
    <div className={styles.page}>
      <header>
        <h1>Catalog</h1>
        <p className="dimmed">
          What you sell, what it costs from which day on, and which product the features of usage reports
          belong to.
        </p>
      </header>
      {saved && <p role="status">Saved. Where all customers stand is being worked out anew.</p>}
      <div className={styles.filters}>
        <NativeSelect
          label="What do you want to do?"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: '', label: 'Look at it' },
            ...actions.map(({ key, title }) => ({ value: key, label: title })),
            { value: asText, label: 'Edit the text (YAML)' },
          ]}
        />
      </div>
      {action && <Guided key={action.key} action={action} {...shared} />}
      {chosen === asText && <TextDoor {...shared} />}
      {chosen === '' && <CatalogTables form={form} />}
    </div>
  );
}
