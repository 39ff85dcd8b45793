import { LockOutlined, TranslationOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { landfall } from '../api/landfall';
import { meQuery, queryClient } from '../api/queries';
import { useLanguage } from '../language/language';
import { Mark } from '../layout/mark';
import { useTabTitle } from '../layout/page';
import { ProblemNotice } from '../problem/problem-notice';
import styles from './sign-in-page.module.css';

interface Credentials {
  username: string;
  password: string;
}

/** The seven stages as one line from the sea to the shore. */
const Coast = () => {
  const { t } = useLanguage();
  return (
    <ol className={styles.coast}>
      {Object.values(t.stages).map((stage) => (
        <li key={stage}>{stage}</li>
      ))}
    </ol>
  );
};

export const SignInPage = () => {
  const { t, language, setLanguage } = useLanguage();
  const { next, ended } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  useTabTitle(t.signIn.title);

  const signIn = useMutation({
    mutationFn: ({ username, password }: Credentials) => landfall.signIn(username.trim(), password),
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      if (next) router.history.push(next);
      else void navigate({ to: '/inbox' });
    },
  });

  return (
    <div className={styles.screen}>
      <section className={styles.picture} aria-hidden="true">
        <div className={styles.pictureText}>
          <Mark size={44} inverse />
          <p className={styles.motto}>{t.signIn.motto}</p>
          <p className={styles.path}>{t.signIn.path}</p>
          <Coast />
        </div>
        <svg className={styles.waves} viewBox="0 0 1200 300" preserveAspectRatio="none" aria-hidden="true">
          {[0, 1, 2, 3, 4].map((row) => (
            <path
              key={row}
              d={`M-100 ${70 + row * 46} c150 -${34 - row * 4} 300 ${34 - row * 4} 450 0 s300 -${34 - row * 4} 450 0 s300 ${34 - row * 4} 600 0`}
              fill="none"
              stroke="#fff"
              strokeOpacity={0.3 - row * 0.05}
              strokeWidth="1.4"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      </section>
      <main className={styles.entry}>
        <Button
          className={styles.language}
          type="text"
          icon={<TranslationOutlined />}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          data-testid="language-switch"
        >
          {t.switchLanguage}
        </Button>
        <div className={styles.form}>
          <div className={styles.name}>
            <Mark size={36} />
            <h1>
              {t.product}
              <span>{t.productLine}</span>
            </h1>
          </div>
          {ended && !signIn.error ? (
            <Alert type="info" showIcon title={t.signIn.sessionEnded} className={styles.notice} />
          ) : null}
          {signIn.error ? (
            <div className={styles.notice} data-testid="login-error">
              <ProblemNotice error={signIn.error} />
            </div>
          ) : null}
          <Form<Credentials>
            layout="vertical"
            size="large"
            requiredMark={false}
            onFinish={(values) => signIn.mutate(values)}
          >
            <Form.Item
              name="username"
              label={t.signIn.username}
              rules={[{ required: true, whitespace: true, message: t.signIn.usernameMissing }]}
            >
              <Input
                prefix={<UserOutlined className={styles.icon} />}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                autoFocus
                data-testid="login-username"
              />
            </Form.Item>
            <Form.Item
              name="password"
              label={t.signIn.password}
              rules={[{ required: true, message: t.signIn.passwordMissing }]}
            >
              <Input.Password
                prefix={<LockOutlined className={styles.icon} />}
                autoComplete="current-password"
                data-testid="login-password"
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={signIn.isPending} data-testid="login-submit">
              {t.signIn.submit}
            </Button>
          </Form>
        </div>
        <p className={styles.owner}>{t.owner}</p>
      </main>
    </div>
  );
};
