import type en from '../en/provider.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Connexion de l’entreprise',
  lead: 'Les personnes de cette entreprise se connectent là où elles le font déjà. Tout fournisseur OpenID Connect convient.',
  back: 'Retour',
  issuer: 'Émetteur (issuer)',
  issuerHint: 'Tel que le fournisseur l’indique lui-même, par exemple https://login.acme.example.',
  client: 'Identifiant client',
  secret: 'Secret client',
  secretHint: 'Donné par le fournisseur pour Goodterms.',
  secretKept: 'Il est conservé et n’est jamais affiché. Laissez vide pour le garder.',
  changing:
    'Avec un autre émetteur ou client, toutes les liaisons prennent fin ; les adresses vérifiées les rétablissent.',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  remove: 'Retirer',
  addresses: 'Ce que le fournisseur doit savoir',
  backAddress: 'Où il peut renvoyer les navigateurs (adresse de redirection) :',
  pageAddress:
    'Où les personnes de l’entreprise se connectent ; aussi pour la tuile de leur page d’accueil :',
  changed: 'Dernière modification le {date}.',
  againTitle: 'Connectez-vous de nouveau',
  again: 'Cela change la manière dont d’autres se connectent, et votre dernière connexion date un peu.',
  againGo: 'Se connecter de nouveau',
  provider_address_refused:
    'Un fournisseur doit être joignable en https, sur l’internet public, sans nom ni mot de passe dans l’adresse.',
  provider_secret_missing: 'La première fois, le secret est nécessaire.',
  version_conflict: 'Quelqu’un l’a modifié entre-temps. Rechargez la page, puis décidez.',
  too_many_attempts: 'Trop d’essais. Attendez un quart d’heure.',
} satisfies Same<typeof en>;
