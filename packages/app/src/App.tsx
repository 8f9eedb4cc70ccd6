import { createApp } from '@backstage/frontend-defaults';
import { navigationModule } from './navigation/navigationModule';
import { themeModule } from './theme/themeModule';

/**
 * The portal. Its plugins are the installed packages (`app.packages: all`);
 * only what gives the portal its look is listed here.
 */
export const app = createApp({
  features: [navigationModule, themeModule],
});
