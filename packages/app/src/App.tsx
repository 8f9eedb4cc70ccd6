import { createApp } from '@backstage/frontend-defaults';
import { catalogGraphModule } from './catalogGraph/catalogGraphModule';
import { navigationModule } from './navigation/navigationModule';
import { themeModule } from './theme/themeModule';

/**
 * The portal. Its plugins are the installed packages (`app.packages: all`);
 * only what gives the portal its look, and its graph the relations of the
 * operating model, is listed here.
 */
export const app = createApp({
  features: [catalogGraphModule, navigationModule, themeModule],
});
