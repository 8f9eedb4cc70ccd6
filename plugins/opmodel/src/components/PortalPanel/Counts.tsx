import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: 12,
    fontWeight: 500,
    color: theme.palette.text.secondary,
  },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(70px, 1fr))',
    gap: theme.spacing(1),
  },
  count: { display: 'flex', flexDirection: 'column-reverse' },
  value: {
    margin: 0,
    fontSize: 20,
    lineHeight: '26px',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
  unknown: { textDecoration: 'none' },
  name: { fontSize: 12, color: theme.palette.text.secondary },
}));

/** Props of {@link Counts}. */
export interface CountsProps {
  title: string;
  /** What is counted, and how many there are; null where the reader may not know. */
  counts: ReadonlyArray<{ name: string; count: number | null }>;
}

/** A few counts side by side, each with its name. */
export function Counts(props: CountsProps) {
  const { title, counts } = props;
  const classes = useStyles();
  const formats = useFormats();
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <dl className={classes.list}>
        {counts.map(({ name, count }) => (
          <div key={name} className={classes.count}>
            <dt className={classes.name}>{name}</dt>
            <dd className={classes.value}>
              {count === null ? (
                <abbr
                  className={classes.unknown}
                  title={t('portal.notAllowed')}
                >
                  –
                </abbr>
              ) : (
                formats.count(count)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
