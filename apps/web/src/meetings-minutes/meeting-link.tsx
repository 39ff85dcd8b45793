import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface MeetingLinkProps {
  meetingId: string;
  title?: string;
  className?: string | undefined;
  /** Which of its tabs; the first where it is left out. */
  tab?: string;
  children: ReactNode;
}

/** Leads to a meeting. */
export const MeetingLink = ({ meetingId, tab, children, ...rest }: MeetingLinkProps) => (
  <Link to="/meetings/$meetingId" params={{ meetingId }} search={tab ? { tab } : {}} {...rest}>
    {children}
  </Link>
);
