import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AccessPage } from './access/AccessPage.tsx';
import { AlertsPage } from './alerts/AlertsPage.tsx';
import { RulesPage } from './alerts/RulesPage.tsx';
import { ApiPage } from './api/ApiPage.tsx';
import { AuditPage } from './assurance/AuditPage.tsx';
import { CustomerRoute } from './customer/CustomerRoute.tsx';
import { DutiesPage } from './duties/DutiesPage.tsx';
import { editingRoutes } from './editing/routes.tsx';
import { ImportPage } from './imports/ImportPage.tsx';
import { ImportsPage } from './imports/ImportsPage.tsx';
import { MailPage } from './mail/MailPage.tsx';
import { NotificationsPage } from './notifications/NotificationsPage.tsx';
import { OrderPage } from './orders/OrderPage.tsx';
import { OrdersPage } from './orders/OrdersPage.tsx';
import { PolicyPage } from './orders/PolicyPage.tsx';
import { NewPaper } from './papers/NewPaper.tsx';
import { PaperPage } from './papers/PaperPage.tsx';
import { PapersPage } from './papers/PapersPage.tsx';
import { PeopleRoute } from './people/PeopleRoute.tsx';
import { filterFromSearch } from './positions/filter.ts';
import { PositionsRoute } from './positions/PositionsRoute.tsx';
import { PolicyPage as AnswerPolicyPage } from './questions/PolicyPage.tsx';
import { QuestionPage } from './questions/QuestionPage.tsx';
import { QuestionsPage } from './questions/QuestionsPage.tsx';
import { QuotePage } from './quotes/QuotePage.tsx';
import { QuotesPage } from './quotes/QuotesPage.tsx';
import { ReviewPage } from './reviews/ReviewPage.tsx';
import { ReviewsPage } from './reviews/ReviewsPage.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { DirectoryPage } from './sources/DirectoryPage.tsx';
import { SourcePage } from './sources/SourcePage.tsx';
import { SourcesPage } from './sources/SourcesPage.tsx';
import { TasksPage } from './tasks/TasksPage.tsx';
import { TeamPage } from './team/TeamPage.tsx';
import { TriageRoute } from './triage/TriagePage.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: () => <NotFound /> });

/** All positions; what is filtered stands in the address, so that it can be kept and shared. */
export const positionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: filterFromSearch,
  component: function Positions() {
    const filter = positionsRoute.useSearch();
    const navigate = positionsRoute.useNavigate();
    return <PositionsRoute filter={filter} onFilter={(next) => navigate({ search: next, replace: true })} />;
  },
});

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customer',
  component: function Customer() {
    const { customer } = customerRoute.useParams();
    return <CustomerRoute key={customer} id={customer} />;
  },
});

const alertsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/alerts', component: AlertsPage });

/** The rules of the clause that the address names; of all clauses where it names none. */
const alertRulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alerts/rules',
  validateSearch: ({ customer, agreement, clause }: Record<string, unknown>) => {
    const isClause = [customer, agreement, clause].every((part) => typeof part === 'string' && part !== '');
    return isClause ? { customer: `${customer}`, agreement: `${agreement}`, clause: `${clause}` } : {};
  },
  component: function AlertRules() {
    const { customer, agreement, clause } = alertRulesRoute.useSearch();
    const place = customer && agreement && clause ? { customer, agreement, clause } : null;
    return <RulesPage key={JSON.stringify(place)} place={place} />;
  },
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/controls',
  component: AuditPage,
});

const apiRoute = createRoute({ getParentRoute: () => rootRoute, path: '/api', component: ApiPage });

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customer/people',
  component: function People() {
    const { customer } = peopleRoute.useParams();
    return <PeopleRoute key={customer} customer={customer} />;
  },
});

const customerAccessRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customer/access',
  component: function CustomerAccess() {
    const { customer } = customerAccessRoute.useParams();
    return <AccessPage key={customer} side={{ kind: 'customer', id: customer }} />;
  },
});

const partnerAccessRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners/$partner/access',
  component: function PartnerAccess() {
    const { partner } = partnerAccessRoute.useParams();
    return <AccessPage key={partner} side={{ kind: 'partner', id: partner }} />;
  },
});

const mailRoute = createRoute({ getParentRoute: () => rootRoute, path: '/mail', component: MailPage });

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: ImportsPage,
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customer/imports/$import',
  component: function Import() {
    const place = importRoute.useParams();
    return <ImportPage key={`${place.customer} ${place.import}`} place={place} />;
  },
});

const papersRoute = createRoute({ getParentRoute: () => rootRoute, path: '/papers', component: PapersPage });

const newPaperRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/papers/new/$kind',
  component: function New() {
    return <NewPaper {...newPaperRoute.useParams()} />;
  },
});

const paperRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/papers/$id',
  component: function Paper() {
    const { id } = paperRoute.useParams();
    return <PaperPage key={id} id={Number(id)} />;
  },
});

/** All sources; those of the customer that the address names, where it names one. */
const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  validateSearch: ({ customer }: Record<string, unknown>): { customer?: string } =>
    typeof customer === 'string' && customer !== '' ? { customer } : {},
  component: function Sources() {
    const { customer } = sourcesRoute.useSearch();
    return <SourcesPage key={customer ?? ''} customer={customer} />;
  },
});

/** A source may have any name, so it stands behind the question mark. */
const sourceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customer/source',
  validateSearch: ({ source }: Record<string, unknown>) => ({ source: String(source ?? '') }),
  component: function Source() {
    const { customer } = sourceRoute.useParams();
    const { source } = sourceRoute.useSearch();
    return <SourcePage key={`${customer} ${source}`} place={{ customer, source }} />;
  },
});

const directoryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customer/directory',
  component: function Directory() {
    const { customer } = directoryRoute.useParams();
    return <DirectoryPage key={customer} customer={customer} />;
  },
});

const tasksRoute = createRoute({ getParentRoute: () => rootRoute, path: '/tasks', component: TasksPage });
const notificationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notifications',
  component: NotificationsPage,
});
const teamRoute = createRoute({ getParentRoute: () => rootRoute, path: '/team', component: TeamPage });
const triageRoute = createRoute({ getParentRoute: () => rootRoute, path: '/triage', component: TriageRoute });
const dutiesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/duties', component: DutiesPage });

const quotesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/quotes', component: QuotesPage });

const quoteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quotes/$quote',
  component: function Quote() {
    const { quote } = quoteRoute.useParams();
    return <QuotePage key={quote} id={quote} />;
  },
});

const ordersRoute = createRoute({ getParentRoute: () => rootRoute, path: '/orders', component: OrdersPage });
const orderPolicyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/order-policy',
  component: PolicyPage,
});
const orderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders/$order',
  component: function Order() {
    const { order } = orderRoute.useParams();
    return <OrderPage key={order} id={order} />;
  },
});

const questionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/questions',
  component: QuestionsPage,
});
const answerPolicyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/questions/policy',
  component: AnswerPolicyPage,
});
const questionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/questions/$question',
  component: function Question() {
    const { question } = questionRoute.useParams();
    return <QuestionPage key={question} id={question} />;
  },
});

const reviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews',
  component: ReviewsPage,
});
const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews/$review',
  component: function Review() {
    const { review } = reviewRoute.useParams();
    return <ReviewPage key={review} id={review} />;
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    positionsRoute,
    customerRoute,
    tasksRoute,
    notificationsRoute,
    teamRoute,
    triageRoute,
    dutiesRoute,
    alertsRoute,
    alertRulesRoute,
    auditRoute,
    apiRoute,
    peopleRoute,
    customerAccessRoute,
    partnerAccessRoute,
    mailRoute,
    sourcesRoute,
    sourceRoute,
    directoryRoute,
    importsRoute,
    importRoute,
    papersRoute,
    newPaperRoute,
    paperRoute,
    ...editingRoutes(rootRoute),
    quotesRoute,
    reviewsRoute,
    reviewRoute,
    ordersRoute,
    orderRoute,
    orderPolicyRoute,
    quoteRoute,
    questionsRoute,
    answerPolicyRoute,
    questionRoute,
  ]),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
