import {
  createBaseThemeOptions,
  createUnifiedTheme,
  genPageTheme,
  palettes,
  shapes,
} from '@backstage/theme';

// An indigo, so that the accent is never taken for a state: states are green,
// amber and red. Against its background each holds at least 4.5:1.
const INDIGO_ON_LIGHT = '#3a46b5';
const INDIGO_ON_DARK = '#a9b6ff';
const NAVIGATION_BACKGROUND = '#191d3a';

const navigation = {
  background: NAVIGATION_BACKGROUND,
  indicator: INDIGO_ON_DARK,
  color: '#c3c8e4',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: '#2a2f57' },
  submenu: { background: '#232849' },
};

const defaultPageTheme = 'home';
const pageTheme = {
  [defaultPageTheme]: genPageTheme({
    colors: [NAVIGATION_BACKGROUND, '#3a46b5'],
    shape: shapes.round,
  }),
};

/** Backstage's light theme with the portal's accent. */
export const lightTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.light,
      primary: { main: INDIGO_ON_LIGHT },
      link: INDIGO_ON_LIGHT,
      linkHover: '#2a3391',
      tabbar: { indicator: INDIGO_ON_LIGHT },
      navigation,
    },
  }),
  defaultPageTheme,
  pageTheme,
});

/** Backstage's dark theme with the portal's accent. */
export const darkTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.dark,
      primary: { main: INDIGO_ON_DARK },
      link: INDIGO_ON_DARK,
      linkHover: '#ccd4ff',
      tabbar: { indicator: INDIGO_ON_DARK },
      navigation,
    },
  }),
  defaultPageTheme,
  pageTheme,
});
