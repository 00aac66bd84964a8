import { Button } from '@mantine/core';
import { type Notification, useNotifications, useSeen } from '../data/notifications.ts';
import { showInstant } from '../format.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PlaceLink } from '../parts/PlaceLink.tsx';
import badge from '../parts/parts.module.css';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from '../tasks/tasks.module.css';

/** What I was told, the newest first; opened is seen. */
export function NotificationsPage() {
  const query = useNotifications();
  const seen = useSeen();
  return (
    <>
      <PageTitle>Notifications</PageTitle>
      <Loaded title="Notifications" query={query as never}>
        {({ pages }: { pages: NonNullable<typeof query.data>['pages'] }) => {
          const items = pages.flatMap((page) => page.items);
          const newest = items[0];
          return (
            <div className={styles.page}>
              <header className={styles.head}>
                <div>
                  <h1>Notifications</h1>
                  <p className="dimmed">
                    What happened that you may want to know of: told to you, or to everybody of your role.
                    Kept for 90 days.
                  </p>
                </div>
                {newest && pages[0]!.unseen > 0 && (
                  <Button
                    variant="default"
                    className="noPrint"
                    loading={seen.isPending}
                    onClick={() => seen.mutate({ through: newest.id })}
                  >
                    All seen
                  </Button>
                )}
              </header>
              {items.length === 0 ? (
                <p className={styles.nothing}>
                  Nothing was told to you yet. You hear of a new finding, an alert, a question of a customer
                  and of work that is given to you.
                </p>
              ) : (
                <ul className={styles.list}>
                  {items.map((item) => (
                    <Entry key={item.id} item={item} onSeen={() => seen.mutate({ ids: [item.id] })} />
                  ))}
                </ul>
              )}
              {query.hasNextPage && (
                <Button
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  Show older ones
                </Button>
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Entry({ item, onSeen }: { item: Notification; onSeen: () => void }) {
  const { title, todo, customer, place, at, seen } = item;
  return (
    <li className={styles.entry} data-seen={seen || undefined}>
      <div className={styles.what}>
        <PlaceLink place={place} className={styles.title} {...(seen ? {} : { onClick: onSeen })}>
          {customer ? `${title}: ${customer.name}` : title}
        </PlaceLink>
        <p className="dimmed small">
          {todo} · <time dateTime={at}>{showInstant(at, zone)}</time>
        </p>
      </div>
      {!seen && (
        <div className={styles.marks}>
          <span className={badge.badge} data-tone="covered">
            New
          </span>
        </div>
      )}
    </li>
  );
}
