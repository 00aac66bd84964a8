import type en from '../en/provider.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Firmenanmeldung',
  lead: 'Die Leute dieser Firma melden sich an, wo sie es ohnehin tun. Jeder Anbieter, der OpenID Connect spricht, passt.',
  back: 'Zurück',
  issuer: 'Aussteller (Issuer)',
  issuerHint: 'Wie ihn der Anbieter selbst angibt, etwa https://login.acme.example.',
  client: 'Client-ID',
  secret: 'Client-Geheimnis',
  secretHint: 'Vom Anbieter für Goodterms vergeben.',
  secretKept: 'Es ist gespeichert und wird nie gezeigt. Leer lassen, um es zu behalten.',
  changing:
    'Mit einem anderen Aussteller oder Client enden alle Verknüpfungen; geprüfte Adressen verknüpfen sie neu.',
  save: 'Speichern',
  saved: 'Gespeichert.',
  remove: 'Entfernen',
  addresses: 'Was der Anbieter wissen muss',
  backAddress: 'Wohin er Browser zurückschicken darf (Redirect-Adresse):',
  pageAddress: 'Wo sich die Leute der Firma anmelden; auch für die Kachel auf ihrer Startseite:',
  changed: 'Zuletzt geändert {date}.',
  againTitle: 'Bitte melden Sie sich noch einmal an',
  again: 'Das ändert, wie sich andere anmelden, und Ihre letzte Anmeldung ist eine Weile her.',
  againGo: 'Noch einmal anmelden',
  provider_address_refused:
    'Ein Anbieter muss über https im öffentlichen Internet erreichbar sein, ohne Name und Passwort in der Adresse.',
  provider_secret_missing: 'Beim ersten Mal wird das Geheimnis gebraucht.',
  version_conflict: 'Jemand hat es inzwischen geändert. Laden Sie die Seite neu und entscheiden Sie dann.',
  too_many_attempts: 'Das wurde zu oft versucht. Warten Sie eine Viertelstunde.',
} satisfies Same<typeof en>;
