import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraMember } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  cell: {
    whiteSpace: 'nowrap',
    padding: theme.spacing(0.75, 2),
    '&:last-child': { paddingRight: theme.spacing(2) },
  },
  head: { color: theme.palette.text.secondary, fontSize: 12, border: 0 },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  trend: { [theme.breakpoints.down('sm')]: { display: 'none' } },
}));

/** The services of a team, a line each: how fast and how often they deliver. */
export function ServiceTable(props: { services: readonly DoraMember[] }) {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const head = `${classes.cell} ${classes.head}`;
  return (
    <TableContainer>
      <Table size="small" aria-label={t('services.title')}>
        <TableHead>
          <TableRow>
            <TableCell className={head}>{t('services.service')}</TableCell>
            <TableCell className={`${head} ${classes.number}`}>
              {t('services.leadTime')}
            </TableCell>
            <TableCell className={`${head} ${classes.number}`}>
              {t('services.frequency')}
            </TableCell>
            <TableCell className={`${head} ${classes.trend}`}>
              {t('services.trend')}
            </TableCell>
            <TableCell className={head}>
              {t('services.lastDeployment')}
            </TableCell>
            <TableCell className={head}>{t('services.dora')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.services.map(service => (
            <ServiceRow key={service.entityRef} service={service} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ServiceRow(props: { service: DoraMember }) {
  const { service } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const entityLink = useEntityRefLink();
  const number = `${classes.cell} ${classes.number}`;
  return (
    <TableRow>
      <TableCell className={classes.cell} component="th" scope="row">
        <EntityRefLink entityRef={service.entityRef} title={service.title} />
      </TableCell>
      <TableCell className={number}>
        {service.leadTimeState === 'no_data' ? (
          <StateChip state="no_data" />
        ) : (
          <>≈&nbsp;{formats.duration(service.leadTimeMedian)}</>
        )}
      </TableCell>
      <TableCell className={number}>
        {service.state === 'no_data' ? (
          <StateChip state="no_data" />
        ) : (
          formats.rate(service.deploymentsPerWeek)
        )}
      </TableCell>
      <TableCell className={`${classes.cell} ${classes.trend}`}>
        {service.state !== 'no_data' && (
          <Sparkline
            kind="bar"
            series="deployments"
            width={96}
            height={22}
            values={service.weeklyDeployments}
            label={t('services.trendLabel', {
              title: service.title,
              n: formats.count(service.deployments),
            })}
          />
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        {service.lastDeploymentAt ? (
          <RelativeTime instant={service.lastDeploymentAt} />
        ) : (
          t('services.never')
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        <Link
          to={`${entityLink(service.entityRef)}/dora`}
          aria-label={t('services.doraOf', { title: service.title })}
        >
          {t('services.dora')}
        </Link>
      </TableCell>
    </TableRow>
  );
}
