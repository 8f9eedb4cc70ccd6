import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { fleetLink } from '../../fleetLink';
import {
  catalogIndexRouteRef,
  doraFleetRouteRef,
  searchRouteRef,
} from '../../routes';
import { opmodelHomeTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  shortcuts: {
    listStyle: 'none',
    margin: theme.spacing(1.5, 0, 0),
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
  },
}));

/** Props of {@link FindPanel}. */
export interface FindPanelProps {
  /** Whose services the fleet's shortcut shows; none leaves the shortcut out. */
  ownerRefs: readonly string[];
}

/** The way from the home page to anything else: search, the catalog, the fleet. */
export function FindPanel(props: FindPanelProps) {
  const { ownerRefs } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const navigate = useNavigate();
  const search = useRouteRef(searchRouteRef)?.();
  const catalog = useRouteRef(catalogIndexRouteRef)?.();
  const fleet = useRouteRef(doraFleetRouteRef)?.();
  const fieldId = useId();
  const [query, setQuery] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(`${search}?${new URLSearchParams({ query: query.trim() })}`);
  };

  return (
    <Panel title={t('find.title')}>
      {search && (
        <form role="search" onSubmit={submit}>
          <TextField
            id={fieldId}
            fullWidth
            size="small"
            variant="outlined"
            label={t('find.label')}
            value={query}
            onChange={event => setQuery(event.target.value)}
            InputProps={{
              endAdornment: (
                <InputAdornment position="end">
                  <IconButton
                    size="small"
                    type="submit"
                    aria-label={t('find.submit')}
                  >
                    <SearchIcon fontSize="small" />
                  </IconButton>
                </InputAdornment>
              ),
            }}
          />
        </form>
      )}
      <ul className={classes.shortcuts} aria-label={t('find.shortcuts')}>
        {catalog && (
          <li>
            <Link to={catalog}>{t('find.catalog')}</Link>
          </li>
        )}
        {fleet && (
          <li>
            <Link to={fleet}>{t('find.fleet')}</Link>
          </li>
        )}
        {fleet && ownerRefs.length > 0 && (
          <li>
            <Link to={fleetLink(fleet, ownerRefs)}>{t('find.myFleet')}</Link>
          </li>
        )}
      </ul>
    </Panel>
  );
}
