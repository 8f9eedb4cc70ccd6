import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import {
  type NavContentComponentProps,
  type NavContentNavItem,
} from '@backstage/plugin-app-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { opmodelHealthReadPermission } from '@opmodel/backstage-plugin-opmodel-common';
import { SidebarLogo } from './SidebarLogo';

const PageItem = ({ icon, href, title }: NavContentNavItem) => (
  <SidebarItem icon={() => icon} to={href} text={title} />
);

/** Subjects with a page of their own, each by the id of its plugin. */
const subjects = [
  'dora',
  'flow',
  'ownership',
  'scorecards',
  'slo',
  'tech-debt',
];

/**
 * The sidebar: home and catalog first, then whatever pages the installed
 * plugins bring, by title, and none of a subject that is switched off; search,
 * notifications and settings have places of their own, and so has the
 * operator's page, for those who may read it.
 */
export const SidebarContent = ({ navItems }: NavContentComponentProps) => {
  const config = useApi(configApiRef);
  const pages = navItems.withComponent(PageItem);
  const { allowed: mayOperate } = usePermission({
    permission: opmodelHealthReadPermission,
  });
  const home = pages.take('page:opmodel');
  const catalog = pages.take('page:catalog');
  const operations = pages.take('page:opmodel/operations');
  const settings = pages.take('page:user-settings');
  // Both have a control of their own below.
  pages.take('page:search');
  pages.take('page:notifications');
  subjects
    .filter(
      id =>
        config.getOptionalBoolean(`opmodel.subjects.${id}.enabled`) === false,
    )
    .forEach(id => pages.take(`page:${id}`));

  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarGroup label="Search" icon={<SearchIcon />} to="/search">
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {home}
        {catalog}
        <SidebarScrollWrapper>
          {pages.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      {mayOperate && operations}
      <NotificationsSidebarItem />
      <SidebarDivider />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
};
