import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { InstanceEvent } from '../api/contract';
import { landfall } from '../api/landfall';
import { queryClient } from '../api/queries';
import { EventDialog } from '../form/event-dialog';
import { FormSubject } from '../form/form-subject';
import { useLanguage } from '../language/language';

const isGrave = (type: string): boolean => /terminat|reject|discard|withdraw/i.test(type);

interface ProjectEventDialogProps {
  projectId: string;
  event: InstanceEvent;
  onClose: () => void;
}

const ProjectEventDialog = ({ projectId, event, onClose }: ProjectEventDialogProps) => {
  const { t, say } = useLanguage();
  return (
    <FormSubject value={projectId}>
      <EventDialog
        event={event}
        grave={isGrave(event.type)}
        send={(form, clientKey) => landfall.sendEvent(projectId, event.type, form, clientKey)}
        doneWords={t.project.acted(say(event.label))}
        onDone={() => {
          void queryClient.invalidateQueries({ queryKey: ['project', projectId] });
          void queryClient.invalidateQueries({ queryKey: ['projects'] });
          void queryClient.invalidateQueries({ queryKey: ['inbox'] });
        }}
        onClose={onClose}
      />
    </FormSubject>
  );
};

/** More than this many would crowd the heading; they go into one menu. */
const MOST_BUTTONS = 3;

/** What the reader may do with the project as a whole now. */
export const ProjectEvents = ({ projectId, events }: { projectId: string; events: readonly InstanceEvent[] }) => {
  const { t, say } = useLanguage();
  const [chosen, setChosen] = useState<InstanceEvent | null>(null);
  const dialog = chosen ? (
    <ProjectEventDialog projectId={projectId} event={chosen} onClose={() => setChosen(null)} />
  ) : null;
  if (events.length > MOST_BUTTONS) {
    const ordered = [...events].sort((a, b) => Number(isGrave(a.type)) - Number(isGrave(b.type)));
    return (
      <>
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: ordered.map((event) => ({
              key: event.type,
              danger: isGrave(event.type),
              label: <span data-testid={`event-${event.type}`}>{say(event.label)}</span>,
              onClick: () => setChosen(event),
            })),
          }}
        >
          <Button data-testid="project-actions">
            {t.project.act}
            <DownOutlined />
          </Button>
        </Dropdown>
        {dialog}
      </>
    );
  }
  return (
    <>
      {events.map((event) => (
        <Button
          key={event.type}
          danger={isGrave(event.type)}
          onClick={() => setChosen(event)}
          data-testid={`event-${event.type}`}
        >
          {say(event.label)}
        </Button>
      ))}
      {dialog}
    </>
  );
};
