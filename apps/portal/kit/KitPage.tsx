import { type ReactNode, useState } from 'react';
import { Badge } from '#platform/ui/Badge.tsx';
import { Button, LinkButton } from '#platform/ui/Button.tsx';
import { Callout, ErrorCallout } from '#platform/ui/Callout.tsx';
import { Card, CardGrid } from '#platform/ui/Card.tsx';
import { Actions, Dialog } from '#platform/ui/Dialog.tsx';
import { Disclosure } from '#platform/ui/Disclosure.tsx';
import { Facts } from '#platform/ui/Facts.tsx';
import { Checkbox, FieldGroup, Select, TextArea, TextField } from '#platform/ui/fields.tsx';
import { Icon } from '#platform/ui/Icon.tsx';
import { Meter } from '#platform/ui/Meter.tsx';
import { Progress, Steps } from '#platform/ui/Progress.tsx';
import { EmptyState, Loading } from '#platform/ui/states.tsx';
import { type Column, Table } from '#platform/ui/Table.tsx';
import { Tabs } from '#platform/ui/Tabs.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { Settings } from '../shell/Settings.tsx';
import styles from './kit.module.css';
import { iconNames, roster } from './samples.ts';

/** Every part of the kit, in the states it has. For those who build pages; in English only. */
export function Page() {
  return (
    <main id="main" tabIndex={-1} className={styles.kit}>
      <PageFrame title="Parts of our pages" lead="Each part as it looks, in the states it has.">
        <Part name="Colors and language">
          <Settings />
        </Part>
        <Part name="Buttons">
          <div className="row">
            <Button weight="first" icon="up">
              The one thing to do
            </Button>
            <Button icon="print">Another</Button>
            <Button weight="quiet">A quiet one</Button>
            <Button weight="danger">Cannot be undone</Button>
            <Button busy>Sending</Button>
            <Button disabled why="Nothing has changed">
              Not now
            </Button>
            <LinkButton href="/portal/kit" icon="download">
              A link
            </LinkButton>
          </div>
        </Part>
        <Part name="Fields">
          <Fields />
        </Part>
        <Part name="Words set apart">
          <div className="stack">
            <Callout title="Good to know">Nothing has to be done.</Callout>
            <Callout tone="good" title="All is well">
              24 of 40 are in use.
            </Callout>
            <Callout tone="near" title="The limit comes near">
              Likely between March 3 and 18.
            </Callout>
            <Callout tone="above" title="12 above what is allowed">
              You can order more, or free some.
            </Callout>
            <ErrorCallout title="That did not work" todo="Try again.">
              <Button icon="retry">Try again</Button>
            </ErrorCallout>
          </div>
        </Part>
        <Part name="Badges">
          <div className="row">
            <Badge>Plain</Badge>
            <Badge tone="good" icon="check">
              Within
            </Badge>
            <Badge tone="near" icon="clock">
              Close
            </Badge>
            <Badge tone="above" icon="info">
              Above
            </Badge>
            <Badge tone="calm" icon="calendar">
              Coming
            </Badge>
          </div>
        </Part>
        <Part name="Use against a limit">
          <div className="stack">
            {(
              [
                [24, 40],
                [38, 40],
                [40, 40],
                [49, 40],
                [0, 40],
                [3, 0],
              ] as const
            ).map(([used, limit]) => (
              <div key={used}>
                <p className="small soft">
                  {used} of {limit}
                </p>
                <Meter used={used} limit={limit} />
              </div>
            ))}
          </div>
        </Part>
        <Part name="Facts">
          <Facts
            entries={[
              ['Allowed', '40'],
              ['In use', '24'],
              ['Until', 'March 31, 2027'],
            ]}
          />
        </Part>
        <Part name="Table">
          <Roster />
        </Part>
        <Part name="Views, and what opens">
          <Tabs
            label="Views"
            tabs={[
              { id: 'one', name: 'First view', panel: () => <p>The first view.</p> },
              { id: 'two', name: 'Second view', panel: () => <p>The second view.</p> },
              { id: 'three', name: 'Third view', panel: () => <p>The third view.</p> },
            ]}
          />
          <Disclosure label="How this is counted">
            <p>Everybody who signed in at least once in a month counts once.</p>
          </Disclosure>
        </Part>
        <Part name="Dialog">
          <Example />
        </Part>
        <Part name="How far it is">
          <div className="stack">
            <Progress label="Reading the file" done={0.4} words="40 %" />
            <Progress label="Counting" done={null} />
            <Steps label="Steps" steps={['Choose', 'Compare', 'Order']} at={1} />
          </div>
        </Part>
        <Part name="Nothing there, or not yet">
          <EmptyState icon="calendar" title="No dates lie ahead">
            <p>They appear here as soon as there are any.</p>
          </EmptyState>
          <Loading label="One moment" rows={2} />
        </Part>
        <Part name="Icons">
          <ul className={styles.icons}>
            {iconNames.map((name) => (
              <li key={name}>
                <Icon name={name} size={20} />
                <span>{name}</span>
              </li>
            ))}
          </ul>
        </Part>
      </PageFrame>
    </main>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="stack" aria-label={name}>
      <h2>{name}</h2>
      <Card>{children}</Card>
    </section>
  );
}

function Fields() {
  return (
    <CardGrid>
      <TextField label="Name" autoComplete="off" defaultValue="Dana Wells" />
      <TextField label="E-mail" type="email" hint="We write to it only about this." autoComplete="off" />
      <TextField label="Quantity" inputMode="numeric" error="Write digits only." defaultValue="3O" />
      <Select
        label="Unit"
        options={[
          { value: 'a', label: 'Users' },
          { value: 'b', label: 'Devices' },
        ]}
      />
      <TextArea label="Your question" hint="As many words as you like." />
      <FieldGroup legend="Tell me">
        <Checkbox label="By e-mail" defaultChecked hint="At most once a day." />
        <Checkbox label="In these pages" />
        <Checkbox type="radio" name="one" label="At 80 %" defaultChecked />
        <Checkbox type="radio" name="one" label="At 90 %" />
      </FieldGroup>
    </CardGrid>
  );
}

const columns: readonly Column<(typeof roster)[number]>[] = [
  { name: 'Person', cell: ({ who }) => who },
  { name: 'Product', cell: ({ product }) => product },
  { name: 'Since', kind: 'date', cell: ({ since }) => since },
  { name: 'Counts', kind: 'number', cell: ({ counts }) => counts },
];

function Roster() {
  return <Table label="Who is counted" columns={columns} rows={roster} rowKey={({ who }) => who} />;
}

function Example() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>Open it</Button>
      {isOpen && (
        <Dialog title="This number looks wrong" closeLabel="Close" onClose={close}>
          <TextArea label="What did you expect?" />
          <Actions>
            <Button onClick={close}>Cancel</Button>
            <Button weight="first" onClick={close}>
              Send
            </Button>
          </Actions>
        </Dialog>
      )}
    </div>
  );
}
