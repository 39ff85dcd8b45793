import {
  AlertOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  ControlOutlined,
  ExclamationCircleOutlined,
  FileAddOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  ImportOutlined,
  InboxOutlined,
  LogoutOutlined,
  MenuOutlined,
  SearchOutlined,
  SwapOutlined,
  TeamOutlined,
  TranslationOutlined,
} from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Input, type InputRef, Skeleton } from 'antd';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { landfall } from '../api/landfall';
import { inboxQuery, queryClient } from '../api/queries';
import { DemoClockBar } from '../demo-clock/demo-clock-bar';
import { countInWords } from '../inbox/count';
import { useLanguage } from '../language/language';
import { NoticeBell } from '../notices/notice-bell';
import { useAnnouncement } from '../problem/use-announcement';
import { PasswordDialog } from '../session/password-dialog';
import { ADMINISTRATORS, useMe } from '../session/session';
import styles from './app-layout.module.css';
import { Mark } from './mark';

interface Place {
  to:
    | '/inbox'
    | '/projects'
    | '/leads/new'
    | '/imports'
    | '/meetings'
    | '/supervision'
    | '/resolutions'
    | '/meeting-rules'
    | '/document-templates'
    | '/calendar'
    | '/incidents'
    | '/substitutions'
    | '/schedules';
  label: string;
  icon: ReactNode;
  permission?: string;
  /** Not for these roles. */
  exceptFor?: readonly string[];
  count?: number;
}

const Navigation = ({ onChosen }: { onChosen?: () => void }) => {
  const { t } = useLanguage();
  const { permissions, roles } = useMe();
  const { pathname } = useLocation();
  const inbox = useInfiniteQuery({ ...inboxQuery({ view: 'todo' }), refetchInterval: 60_000 });
  const counts = inbox.data?.pages[0]?.counts;
  const places: Place[] = [
    { to: '/inbox', label: t.nav.inbox, icon: <InboxOutlined />, count: counts?.todo },
    { to: '/projects', label: t.nav.projects, icon: <FolderOpenOutlined /> },
    { to: '/meetings', label: t.nav.meetings, icon: <TeamOutlined />, exceptFor: ADMINISTRATORS },
    { to: '/supervision', label: t.nav.supervision, icon: <AlertOutlined />, exceptFor: ADMINISTRATORS },
    { to: '/resolutions', label: t.nav.resolutions, icon: <CheckSquareOutlined />, exceptFor: ADMINISTRATORS },
    { to: '/leads/new', label: t.nav.newLead, icon: <FileAddOutlined />, permission: 'lead.create' },
    { to: '/imports', label: t.nav.imports, icon: <ImportOutlined />, permission: 'lead.import' },
    { to: '/calendar', label: t.nav.calendar, icon: <CalendarOutlined /> },
    {
      to: '/meeting-rules',
      label: t.nav.meetingRules,
      icon: <ControlOutlined />,
      permission: 'documentTemplate.manage',
    },
    {
      to: '/document-templates',
      label: t.nav.documentTemplates,
      icon: <FileTextOutlined />,
      permission: 'documentTemplate.manage',
    },
    { to: '/schedules', label: t.nav.schedules, icon: <ClockCircleOutlined />, permission: 'schedule.manage' },
    { to: '/incidents', label: t.nav.incidents, icon: <ExclamationCircleOutlined />, permission: 'incident.manage' },
    { to: '/substitutions', label: t.nav.substitutions, icon: <SwapOutlined />, exceptFor: ADMINISTRATORS },
  ];
  return (
    <nav aria-label={t.navigation} className={styles.navigation}>
      {places
        .filter((place) => !place.permission || permissions.includes(place.permission))
        .filter((place) => !place.exceptFor?.some((role) => roles.includes(role)))
        .map((place) => {
          const here = pathname.startsWith(place.to) || (place.to === '/inbox' && pathname.startsWith('/tasks'));
          return (
            <Link
              key={place.to}
              to={place.to}
              onClick={onChosen}
              className={here ? `${styles.place} ${styles.here}` : styles.place}
              aria-current={here ? 'page' : undefined}
            >
              <span className={styles.icon}>{place.icon}</span>
              <span className={styles.label}>{place.label}</span>
              {place.count ? <span className={styles.count}>{countInWords(place.count)}</span> : null}
            </Link>
          );
        })}
    </nav>
  );
};

/** Finds a project from anywhere; the / key puts the cursor here. */
const ProjectFinder = () => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const target = event.target;
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return (
    <Input
      ref={input}
      className={styles.finder}
      prefix={<SearchOutlined className={styles.finderIcon} />}
      placeholder={t.findProjectHint}
      aria-label={t.findProject}
      variant="filled"
      allowClear
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onPressEnter={() => {
        void navigate({ to: '/projects', search: words.trim() ? { q: words.trim() } : {} });
        input.current?.blur();
        setWords('');
      }}
    />
  );
};

const Brand = () => {
  const { t } = useLanguage();
  return (
    <Link to="/inbox" className={styles.brand} aria-label={`${t.product} ${t.productLine}`}>
      <Mark />
      <span className={styles.brandText}>
        <strong>{t.product}</strong>
        <span>{t.brandLine}</span>
      </span>
    </Link>
  );
};

/** Left navigation, header with who is signed in, and the page. */
export const AppLayout = () => {
  const { t, language, setLanguage, say } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const announce = useAnnouncement();
  const [menuOpen, setMenuOpen] = useState(false);
  const [changingPassword, setChangingPassword] = useState(false);
  const post = me.posts[0];

  const signOut = async () => {
    try {
      await landfall.signOut();
    } catch (error) {
      announce.refused(error);
      return;
    }
    queryClient.clear();
    void navigate({ to: '/sign-in' });
  };

  const changeLanguage = () => {
    setLanguage(language === 'zh' ? 'en' : 'zh');
    // Sentences of the server come in the language of the request.
    void queryClient.invalidateQueries();
  };

  return (
    <div className={me.demoClock ? `${styles.layout} ${styles.demo}` : styles.layout}>
      <a href="#content" className={styles.skip}>
        {t.skipToContent}
      </a>
      {me.demoClock ? <DemoClockBar /> : null}
      <aside className={styles.side}>
        <Brand />
        <Navigation />
        <p className={styles.owner}>{t.owner}</p>
      </aside>
      <div className={styles.body}>
        <header className={styles.header}>
          <Button
            className={styles.menuButton}
            type="text"
            icon={<MenuOutlined />}
            aria-label={t.menu}
            onClick={() => setMenuOpen(true)}
          />
          <span className={styles.headerMark}>
            <Mark size={26} />
          </span>
          <ProjectFinder />
          <span className={styles.bell}>
            <NoticeBell />
          </span>
          <button
            type="button"
            className={styles.who}
            title={t.password.title}
            onClick={() => setChangingPassword(true)}
            data-testid="current-user"
          >
            <span className={styles.name}>{me.name}</span>
            <span className={styles.post}>
              {say(me.unit.name)}
              {post ? ` · ${say(post.title)}` : ''}
            </span>
          </button>
          <Button type="text" icon={<TranslationOutlined />} onClick={changeLanguage} data-testid="language-switch">
            <span className={styles.wide}>{t.switchLanguage}</span>
          </Button>
          <Button
            type="text"
            icon={<LogoutOutlined />}
            aria-label={t.signOut}
            title={t.signOut}
            onClick={() => void signOut()}
            data-testid="sign-out"
          >
            <span className={styles.wide}>{t.signOut}</span>
          </Button>
        </header>
        <main id="content" className={styles.content} tabIndex={-1}>
          <Suspense fallback={<Skeleton active className={styles.waiting} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {changingPassword ? <PasswordDialog onClose={() => setChangingPassword(false)} /> : null}
      <Drawer
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        placement="left"
        size={264}
        title={<Brand />}
        styles={{ body: { padding: '12px 0' } }}
      >
        <Navigation onChosen={() => setMenuOpen(false)} />
        <p className={styles.drawerWho}>
          {me.name}
          <br />
          {say(me.unit.name)}
          {post ? ` · ${say(post.title)}` : ''}
        </p>
      </Drawer>
    </div>
  );
};
