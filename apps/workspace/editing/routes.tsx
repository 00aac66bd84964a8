import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { AgreementPage } from '../agreements/AgreementPage.tsx';
import { NewAgreementPage } from '../agreements/NewAgreementPage.tsx';
import { CatalogPage } from '../catalog/CatalogPage.tsx';
import { CustomerEditPage, NewCustomerPage } from '../customers/CustomerEditPage.tsx';
import { CustomersPage } from '../customers/CustomersPage.tsx';
import { PartnersPage } from '../partners/PartnersPage.tsx';

/** Returns the routes of the pages where papers are listed, created and edited. */
export function editingRoutes<Root extends AnyRoute>(root: Root) {
  const getParentRoute = () => root;
  const customers = createRoute({ getParentRoute, path: '/customers', component: CustomersPage });
  const newCustomer = createRoute({ getParentRoute, path: '/customers/new', component: NewCustomerPage });
  const edit = createRoute({
    getParentRoute,
    path: '/customers/$customer/edit',
    component: function Edit() {
      const { customer } = edit.useParams() as { customer: string };
      return <CustomerEditPage key={customer} customer={customer} />;
    },
  });
  const newAgreement = createRoute({
    getParentRoute,
    path: '/customers/$customer/agreements/new',
    component: function NewAgreement() {
      const { customer } = newAgreement.useParams() as { customer: string };
      return <NewAgreementPage key={customer} customer={customer} />;
    },
  });
  const agreement = createRoute({
    getParentRoute,
    path: '/customers/$customer/agreements/$agreement',
    component: function Agreement() {
      const place = agreement.useParams() as { customer: string; agreement: string };
      return <AgreementPage key={`${place.customer} ${place.agreement}`} {...place} />;
    },
  });
  const catalog = createRoute({ getParentRoute, path: '/catalog', component: CatalogPage });
  const partners = createRoute({ getParentRoute, path: '/partners', component: PartnersPage });
  return [customers, newCustomer, edit, newAgreement, agreement, catalog, partners] as const;
}
