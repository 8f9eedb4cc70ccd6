import {
  createUnifiedTheme,
  genPageTheme,
  palettes,
  shapes,
  type UnifiedThemeOptions,
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

const tableCell: NonNullable<
  UnifiedThemeOptions['components']
>['MuiTableCell'] = {
  styleOverrides: {
    // Backstage lets a cell break inside of words, and then a column of names
    // shrinks to a few letters beside columns of long texts.
    root: ({ theme }) => ({
      overflowWrap: 'break-word',
      verticalAlign: 'middle',
      lineHeight: '1.25',
      margin: 0,
      padding: theme.spacing(3, 2, 3, 2.5),
      borderBottom: 0,
    }),
    sizeSmall: ({ theme }) => ({
      padding: theme.spacing(1.5, 2, 1.5, 2.5),
    }),
    head: ({ theme }) => ({
      color: theme.palette.textSubtle,
      fontWeight: 'normal',
    }),
  },
};

const common = {
  defaultPageTheme: 'home',
  pageTheme: {
    home: genPageTheme({
      colors: [NAVIGATION_BACKGROUND, INDIGO_ON_LIGHT],
      shape: shapes.round,
    }),
  },
  components: { MuiTableCell: tableCell },
};

/** Backstage's light theme with the portal's accent. */
export const lightTheme = createUnifiedTheme({
  ...common,
  palette: {
    ...palettes.light,
    primary: { main: INDIGO_ON_LIGHT },
    link: INDIGO_ON_LIGHT,
    linkHover: '#2a3391',
    tabbar: { indicator: INDIGO_ON_LIGHT },
    navigation,
  },
});

/** Backstage's dark theme with the portal's accent. */
export const darkTheme = createUnifiedTheme({
  ...common,
  palette: {
    ...palettes.dark,
    primary: { main: INDIGO_ON_DARK },
    link: INDIGO_ON_DARK,
    linkHover: '#ccd4ff',
    tabbar: { indicator: INDIGO_ON_DARK },
    navigation,
  },
});
