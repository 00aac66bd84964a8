import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { showInstant } from '../format.ts';
import { Act, Allowed } from '../parts/Act.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type ScimToken, useNewToken, useRevoke, useScimTokens } from './data.ts';
import styles from './sources.module.css';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The directory of a customer pushes its users here (SCIM 2.0): who may, and since when. */
export function DirectoryPage({ customer }: { customer: string }) {
  const query = useScimTokens(customer);
  if (query.error && asFailure(query.error).status === 404) return <NotFound what="customer" />;
  return (
    <Loaded title="Directory" query={query}>
      {({ path, items }) => (
        <div className={styles.page}>
          <PageTitle>Directory</PageTitle>
          <Link to="/customers/$customer" params={{ customer }} className={`${styles.back} noPrint`}>
            <Icon name="back" size={14} />
            Back to the customer
          </Link>
          <header>
            <h1>Directory</h1>
            <p>
              The customer’s directory (Microsoft Entra ID, Okta and others) can push its users here by SCIM
              2.0. Each active user is a seat from then on; a deactivated one gives the seat back.
            </p>
          </header>
          <NewToken customer={customer} />
          <section className={styles.section} aria-labelledby="tokens">
            <h2 id="tokens">Tokens</h2>
            <p className="dimmed">
              Address to enter in the directory: <code>{window.location.origin + path}</code>
            </p>
            {items.length === 0 ? (
              <p>No directory can push users yet. Make a token above and enter it there.</p>
            ) : (
              <Tokens customer={customer} items={items} />
            )}
          </section>
        </div>
      )}
    </Loaded>
  );
}

function NewToken({ customer }: { customer: string }) {
  const [source, setSource] = useState('');
  const [feature, setFeature] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, data, error, isPending } = useNewToken(customer);
  return (
    <section className={styles.section} aria-labelledby="newToken">
      <h2 id="newToken">Make a token</h2>
      <Allowed needs="directories.manage">
        <form
          className={styles.bar}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (source.trim() !== '' && feature.trim() !== '')
              mutate({ source: source.trim(), feature: feature.trim() });
          }}
        >
          <TextInput
            label="Name of the source"
            description="As it shall stand in evidence, such as entra"
            required
            value={source}
            error={tried && source.trim() === '' ? 'Give the source a name.' : undefined}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <TextInput
            label="Feature"
            description="What a user has a seat of; the catalog says which product it belongs to"
            required
            value={feature}
            error={tried && feature.trim() === '' ? 'Name the feature.' : undefined}
            onChange={(event) => setFeature(event.currentTarget.value)}
          />
          <Button type="submit" loading={isPending}>
            Make a token
          </Button>
        </form>
      </Allowed>
      <Problem thrown={error} />
      {data && (
        <div role="status" className={styles.effect}>
          <p>
            This is the only time the token is shown. Copy it into the directory now; we keep nothing by which
            it could be found again.
          </p>
          <p>
            <code className={styles.token}>{data.token}</code>
          </p>
        </div>
      )}
    </section>
  );
}

function Tokens({ customer, items }: { customer: string; items: readonly ScimToken[] }) {
  const { mutate, error, isPending } = useRevoke(customer);
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      <Problem thrown={error} />
      <TableBox label="Tokens">
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Source</th>
            <th scope="col">Feature</th>
            <th scope="col">Made</th>
            <th scope="col">Last used</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, source, feature, createdAt, createdBy, usedAt, revokedAt }) => (
            <tr key={id}>
              <th scope="row">gts_{id}_…</th>
              <td>
                <Link to="/customers/$customer/source" params={{ customer }} search={{ source }}>
                  {source}
                </Link>
              </td>
              <td>{feature}</td>
              <td className={dateCell}>
                {showInstant(createdAt, zone)} by {createdBy}
              </td>
              <td className={dateCell}>{usedAt ? showInstant(usedAt, zone) : 'never'}</td>
              <td>
                {revokedAt ? (
                  `revoked ${showInstant(revokedAt, zone)}`
                ) : asked === id ? (
                  <Act
                    needs="directories.manage"
                    color="red"
                    size="compact-sm"
                    loading={isPending}
                    onClick={() => mutate(id)}
                  >
                    Revoke for good<span className="hiddenVisually">: {id}</span>
                  </Act>
                ) : (
                  <Act
                    needs="directories.manage"
                    size="compact-sm"
                    variant="default"
                    onClick={() => setAsked(id)}
                  >
                    Revoke…<span className="hiddenVisually">: {id}</span>
                  </Act>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </>
  );
}
