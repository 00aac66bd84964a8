import type en from '../en/provider.ts';
import type { Same } from '../messages.ts';

export default {
  title: 'Acceso de la empresa',
  lead: 'Las personas de esta empresa inician sesión donde ya lo hacen. Sirve cualquier proveedor de OpenID Connect.',
  back: 'Volver',
  issuer: 'Emisor (issuer)',
  issuerHint: 'Tal como lo indica el propio proveedor, por ejemplo https://login.acme.example.',
  client: 'Identificador de cliente',
  secret: 'Secreto de cliente',
  secretHint: 'Dado por el proveedor para Goodterms.',
  secretKept: 'Está guardado y nunca se muestra. Déjelo vacío para conservarlo.',
  changing:
    'Con otro emisor o cliente terminan todas las vinculaciones; las direcciones verificadas las crean de nuevo.',
  save: 'Guardar',
  saved: 'Guardado.',
  remove: 'Quitarlo',
  addresses: 'Lo que debe saber el proveedor',
  backAddress: 'Adónde puede devolver los navegadores (dirección de redirección):',
  pageAddress:
    'Dónde inician sesión las personas de la empresa; también para el acceso en su página de inicio:',
  changed: 'Último cambio: {date}.',
  againTitle: 'Inicie sesión otra vez',
  again: 'Esto cambia cómo inician sesión otros, y hace un rato que demostró quién es.',
  againGo: 'Iniciar sesión otra vez',
  provider_address_refused:
    'Un proveedor debe ser accesible por https, en la internet pública, sin nombre ni contraseña en la dirección.',
  provider_secret_missing: 'La primera vez hace falta el secreto.',
  version_conflict: 'Alguien lo ha cambiado entretanto. Cargue la página de nuevo y luego decida.',
  too_many_attempts: 'Se ha intentado demasiadas veces. Espere un cuarto de hora.',
} satisfies Same<typeof en>;
