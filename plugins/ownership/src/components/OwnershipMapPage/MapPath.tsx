import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipMap } from '@opmodel/backstage-plugin-opmodel-common';
import { ownershipMapTranslationRef } from '../../translations/map';

const useStyles = makeStyles(theme => ({
  path: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > li:not(:last-child)::after': { content: '"›"', padding: '0 6px' },
  },
  step: {
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** From the top to where the map begins; each step is a place to begin at. */
export function MapPath(props: {
  path: OwnershipMap['path'];
  onBegin: (rootRef: string | undefined) => void;
}) {
  const { path, onBegin } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const classes = useStyles();
  const above = path.slice(0, -1);
  const here = path.at(-1);
  return (
    <nav aria-label={t('path')}>
      <ol className={classes.path}>
        <li>
          {here ? (
            <button
              type="button"
              className={classes.step}
              onClick={() => onBegin(undefined)}
            >
              {t('top')}
            </button>
          ) : (
            t('top')
          )}
        </li>
        {above.map(({ ref, title }) => (
          <li key={ref}>
            <button
              type="button"
              className={classes.step}
              onClick={() => onBegin(ref)}
            >
              {title}
            </button>
          </li>
        ))}
        {here && <li aria-current="location">{here.title}</li>}
      </ol>
    </nav>
  );
}
