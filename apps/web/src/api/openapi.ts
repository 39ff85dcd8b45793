/** Generated from docs/openapi.json; do not edit. */

export interface paths {
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the answer sets the session cookie */
        post: operations["Auth.login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out; no error when nobody is signed in */
        post: operations["Auth.logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in and what the posts allow */
        get: operations["Me.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; all sessions of the account end */
        post: operations["Me.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The units of the organisation, as they are called on a day */
        get: operations["Organization.units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/industries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notice's industry keywords and the task force of each */
        get: operations["Organization.industries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which task force would lead a project, and why */
        get: operations["Organization.routing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process is alive */
        get: operations["Health.alive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests can be served: database, migrations, queue */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The work of the person who asks and of those he stands in for, most urgent first */
        get: operations["Inbox.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user task with its form, its outcomes and what the caller may do with it */
        get: operations["UserTasks.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim many tasks, or give many tasks one outcome that asks for nothing */
        post: operations["UserTasks.bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a task on, have it signed, return it, take it back, urge or copy it */
        post: operations["UserTasks.operate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a task of your groups for yourself */
        post: operations["UserTasks.claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/unclaim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task back to its group */
        post: operations["UserTasks.unclaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task to somebody of its group; for the head of the unit */
        post: operations["UserTasks.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a task with one of its outcomes and the form of that outcome */
        post: operations["UserTasks.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copies/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a copy was read (已阅) */
        post: operations["Copies.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deployed process definitions with their statecharts */
        get: operations["ProcessDefinitions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the engine could not do by itself */
        get: operations["Incidents.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try an open incident again; it is resolved when that works */
        post: operations["Incidents.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle an incident without trying again, with a note that says why */
        post: operations["Incidents.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of an attachment, always as a file to save; for whoever sees its task or project */
        get: operations["Attachments.download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The comments on a task, oldest first */
        get: operations["TaskPapers.commentsOf"];
        put?: never;
        /** Comment on a task */
        post: operations["TaskPapers.comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach a file to a task (pdf, png, jpg, docx, xlsx, pptx, txt, csv, zip) */
        post: operations["TaskPapers.attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The form by which a lead is entered */
        get: operations["Leads.form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a lead: it is numbered, routed and compared with the earlier ones */
        post: operations["Leads.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a list of leads (CSV in UTF-8 or GB18030, or XLSX); its rows are answered by GET /api/imports/:id */
        post: operations["Leads.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/import-template.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty list with every column and one example */
        get: operations["Leads.template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest imports of the caller */
        get: operations["Imports.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, and what became of each row */
        get: operations["Imports.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The projects that the caller may see */
        get: operations["Projects.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project with its process, tasks, files and what the caller may do */
        get: operations["Projects.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a project, newest first */
        get: operations["Projects.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a project and of all its tasks, oldest first */
        get: operations["Projects.attachmentsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend, resume, correct, … a project as a whole; its page says what is offered */
        post: operations["Projects.event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The working-time calendar of a year, day by day */
        get: operations["Calendar.year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The years that are needed and whose notice is missing */
        get: operations["Calendar.alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of the calendar, the latest first */
        get: operations["Calendar.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/read-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the text of a notice of the State Council; nothing is kept */
        post: operations["Calendar.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which open deadlines a change of the calendar would move; nothing is written */
        post: operations["Calendar.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the calendar and move every open deadline by it, all or nothing */
        post: operations["Calendar.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acts for the caller, for whom he acts, and the substitutions of his staff */
        get: operations["Substitutions.list"];
        put?: never;
        /** Set a substitute for oneself or, as head of a unit, for its staff */
        post: operations["Substitutions.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutions/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be a substitute, or have one set by the caller; colleagues of his units first */
        get: operations["Substitutions.colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/substitutions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a substitution at once */
        delete: operations["Substitutions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{post}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a post of somebody and hand its tasks over; for the head of the unit and whoever manages accounts
         * @description Called again it finishes what was left.
         */
        post: operations["Handovers.handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issues/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The types of issues */
        get: operations["Issues.types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What blocks projects: the issue, its level, who must unblock it, and since when */
        get: operations["Issues.blocked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An issue with its process and what the caller may do with it */
        get: operations["Issues.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issues/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an issue, newest first */
        get: operations["Issues.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issues/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Jump up, take up again or withdraw an issue; its page says what is offered */
        post: operations["Issues.event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All issues of a project, open ones first */
        get: operations["Issues.ofProject"];
        put?: never;
        /** Raise an issue on a project; whoever sees the project may, and it never counts against him */
        post: operations["Issues.raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-items/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where supervision items come from */
        get: operations["SupervisionItems.sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supervision items that the caller may see, red ones first */
        get: operations["SupervisionItems.list"];
        put?: never;
        /** Draft a supervision item, or record a leader’s instruction on his behalf */
        post: operations["SupervisionItems.draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A supervision item with its process and what the caller may do with it */
        get: operations["SupervisionItems.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-items/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a supervision item, newest first */
        get: operations["SupervisionItems.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-items/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void a supervision item; its page says what is offered */
        post: operations["SupervisionItems.event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-items/{id}/slip.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The 督办单 of an issued item, as it stands now, in the office’s words */
        get: operations["SupervisionSlip.slip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leader-responsibilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which leader is in charge of which unit, now and later */
        get: operations["Leaders.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leader-responsibilities/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a leader in charge of a unit from a day on */
        put: operations["Leaders.arrange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved filters of the inbox */
        get: operations["Desk.filtersOf"];
        put?: never;
        /** Save a filter of the inbox under a name */
        post: operations["Desk.addFilter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a saved filter */
        delete: operations["Desk.removeFilter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phrases for opinions and notes (常用语) */
        get: operations["Desk.phrasesOf"];
        put?: never;
        /** Add a phrase of your own */
        post: operations["Desk.addPhrase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/phrases/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put your own phrases in order */
        put: operations["Desk.orderPhrases"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/phrases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a phrase of your own */
        delete: operations["Desk.removePhrase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forms that were begun and not handed in, last changed first */
        get: operations["Desk.draftsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user-tasks/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller has filled in and not handed in yet */
        get: operations["TaskDrafts.find"];
        /** Keep the form as it is now; it may be incomplete */
        put: operations["TaskDrafts.save"];
        post?: never;
        /** Throw the draft away; one that is not there is no error */
        delete: operations["TaskDrafts.drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The types of official documents, and which version of their words counts */
        get: operations["DocumentTemplates.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-templates/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words of a type: parts, placeholders, and every version */
        get: operations["DocumentTemplates.find"];
        /** Change the words of a type: the next version is made, none is overwritten */
        put: operations["DocumentTemplates.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-templates/{type}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version with its words */
        get: operations["DocumentTemplates.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-templates/{type}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the next version of the words of an older one */
        post: operations["DocumentTemplates.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-templates/{type}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of sample data in the words of a version, as a page, .docx or (with LibreOffice) PDF */
        get: operations["DocumentTemplates.preview"];
        put?: never;
        /** A document of sample data in words that are not kept yet */
        post: operations["DocumentTemplates.previewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the person who asks has been told, newest first */
        get: operations["Notices.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: `notices` with {unread, change} whenever the notices change */
        get: operations["Notices.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all notices as read */
        post: operations["Notices.readAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/tasks/{taskId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark what is about a task as read, because the task was opened */
        post: operations["Notices.readTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark one notice as read */
        post: operations["Notices.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the person who asks wants to be told */
        get: operations["Notices.settings"];
        /** Choose how to be told */
        put: operations["Notices.choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The yellow and red projects that the caller may see: red first, longest first */
        get: operations["Lights.board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/light": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The light of a project with every reason */
        get: operations["Lights.light"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/light/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the light of a project changed, and what was set by hand; newest first */
        get: operations["Lights.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/light/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a light by hand, with a reason, until a day */
        post: operations["Lights.override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/light/override/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the light set by hand before its day */
        post: operations["Lights.endOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a project waited for: every moment has one owner, days add up to its age */
        get: operations["Waiting.of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/waiting/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispute to whom an interval is attributed; the office decides */
        post: operations["Waiting.dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The disputes that wait for the office, oldest first */
        get: operations["Waiting.undecided"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting-disputes/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or refuse a dispute, once and for good */
        post: operations["Waiting.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/waiting/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waiting time of all projects by owner, for a period; longest first */
        get: operations["Waiting.owners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happens again and again, when it is next and what was last */
        get: operations["Schedules.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{key}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The runs of a schedule, the latest first, and what people did about it */
        get: operations["Schedules.runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{key}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a schedule stand still; what comes due meanwhile is skipped and not made up for */
        post: operations["Schedules.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{key}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a paused schedule go on */
        post: operations["Schedules.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{key}/run-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a schedule run at once, besides its planned runs */
        post: operations["Schedules.runNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo-clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The time of the demonstration and how far its move is */
        get: operations["DemoClock.get"];
        put?: never;
        /** Move the time forward; everything that falls between happens, in order */
        post: operations["DemoClock.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo-clock/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the move under way at the moment that it has reached */
        post: operations["DemoClock.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings that the caller may see: those to come first, nearest first */
        get: operations["Meetings.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting with agenda, seats, timetable, resolutions and what the caller may do */
        get: operations["Meetings.detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a meeting, newest first */
        get: operations["Meetings.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open, close, move or cancel a meeting; its page says what is offered */
        post: operations["Meetings.event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the agenda in order, with times and who sits through what */
        put: operations["MeetingEditing.arrange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody who waits, or an item of your own, on the agenda */
        post: operations["MeetingEditing.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda/items/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an item off the agenda; whoever waits for it goes back to the queue */
        delete: operations["MeetingEditing.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a unit in or out; the secretary any, a unit itself */
        post: operations["MeetingEditing.checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/replies/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the reply of a unit; the first one is given with its task */
        put: operations["MeetingEditing.reply"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a resolution: work that was agreed on, or a note */
        post: operations["MeetingEditing.addResolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/resolutions/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rewrite a resolution; what an item was concluded with keeps its kind */
        put: operations["MeetingEditing.putResolution"];
        post?: never;
        /** Take a resolution out of the minutes that was added to them */
        delete: operations["MeetingEditing.removeResolution"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/resolutions/{key}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a resolution that nobody follows any more, with a word why */
        post: operations["MeetingEditing.settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes, section by section; a section that nobody saved shows its draft */
        get: operations["MeetingMinutes.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/minutes/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A section of the minutes */
        get: operations["MeetingMinutes.section"];
        /** Save a section over the version that was read; refused when somebody saved meanwhile */
        put: operations["MeetingMinutes.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/minutes/{section}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a section, newest first */
        get: operations["MeetingMinutes.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents that the meeting has issued, newest first */
        get: operations["MeetingMinutes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a document, as a file to save */
        get: operations["MeetingMinutes.download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who waits for a meeting, longest first; of projects only those that the caller may see */
        get: operations["MeetingWork.queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resolutions of all meetings that the caller may see: open ones first, soonest due first */
        get: operations["MeetingWork.resolutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a push meeting on a project */
        post: operations["MeetingWork.request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers that meetings are called and held by, with every earlier and later version */
        get: operations["MeetingWork.ruleBook"];
        /** Set the rules from a day on; meetings that were called keep theirs */
        put: operations["MeetingWork.setRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller may propose a meeting of the leading group, and what waits for one */
        get: operations["MeetingProposals.offer"];
        put?: never;
        /** Propose a special or plenary meeting of the leading group */
        post: operations["MeetingProposals.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a project stands with the meetings: queues, agendas, resolutions, push requests */
        get: operations["ProjectMeetings.standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting for a calendar; taken in again it moves or cancels what was there */
        get: operations["MeetingFiles.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agenda as a list */
        get: operations["MeetingFiles.agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/attendance.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who replied and who came, as a list */
        get: operations["MeetingFiles.attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resolutions.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resolutions of all meetings that the caller may see, filtered as their board, as a list */
        get: operations["MeetingFiles.resolutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller has a private calendar feed, since when, and when it was read last */
        get: operations["CalendarFeeds.standing"];
        put?: never;
        /** Make the caller’s private calendar feed; the one before it works no more */
        post: operations["CalendarFeeds.renew"];
        /** End the caller’s private calendar feed */
        delete: operations["CalendarFeeds.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meetings and open deadlines of whoever made the address, for calendars */
        get: operations["CalendarFeeds.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Credentials: {
            username: string;
            password: string;
        };
        Me: {
            /** Format: uuid */
            accountId: string;
            username: string;
            name: string;
            /** @description The unit of the post held longest */
            unit: components["schemas"]["CodedName"];
            posts: {
                code: string;
                unit: string;
                unitName: components["schemas"]["LocalizedText"];
                role: string;
                title: components["schemas"]["LocalizedText"];
            }[];
            /** @description The candidate groups whose tasks may be claimed */
            groups: string[];
            roles: string[];
            permissions: string[];
            /** @description Whether the time is that of a demonstration and can be moved */
            demoClock: boolean;
        };
        LocalizedText: {
            zh: string;
            en: string;
        };
        CodedName: {
            code: string;
            name: components["schemas"]["LocalizedText"];
        };
        PasswordChange: {
            current: string;
            next: string;
        };
        OrganizationUnit: {
            code: string;
            /** @enum {string} */
            kind: "LEADING_GROUP" | "OFFICE" | "ZONE" | "STREET_TOWN" | "DEPARTMENT" | "LIAISON" | "MEMBER_ONLY" | "OTHER_BODY" | "ADMINISTRATION";
            name: components["schemas"]["LocalizedText"];
            shortName: string;
            aliases: string[];
            /** @description The unit that hosts it */
            parentCode: string | null;
            /** @description Whether its head has a seat in the leading group */
            isMember: boolean;
            /** @description The name of its task force, if it forms one */
            taskForce: components["schemas"]["LocalizedText"] | null;
        };
        Industry: {
            keyword: components["schemas"]["LocalizedText"];
            synonyms: string[];
            leadTaskForce: string;
            assistTaskForces: string[];
            /**
             * @description STATE_OWNED: leads for state-owned investors only
             * @enum {string}
             */
            appliesTo: "ANY" | "STATE_OWNED";
            /** @description The article of the notice */
            source: components["schemas"]["LocalizedText"];
        };
        RoutingPreview: {
            leadTaskForce: components["schemas"]["CodedName"] | null;
            assistTaskForces: components["schemas"]["CodedName"][];
            landingUnit: components["schemas"]["CodedName"] | null;
            /** @description True when the notice does not decide and the office dispatches */
            ambiguous: boolean;
            reason: components["schemas"]["LocalizedText"];
            candidates: {
                taskForce: components["schemas"]["CodedName"];
                keyword: components["schemas"]["LocalizedText"];
                matched: string;
                /** @enum {string} */
                how: "KEYWORD" | "SYNONYM" | "MENTIONED";
            }[];
        };
        Alive: {
            /** @enum {string} */
            status: "alive";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "notReady";
            checks: {
                name: string;
                ready: boolean;
                detail?: string;
            }[];
        };
        InboxPage: {
            items: components["schemas"]["InboxItem"][];
            nextCursor: string | null;
            /** @description Counted up to 100 */
            counts: {
                todo: number;
                group: number;
                overdue: number;
                toRead: number;
            };
        };
        InboxItem: {
            /** @description Null in the view `initiated` when the process has ended */
            userTaskId: string | null;
            taskKey: string;
            title: components["schemas"]["LocalizedText"];
            /** @description The process that the task belongs to */
            process: {
                key: string;
                title: components["schemas"]["LocalizedText"];
            };
            projectId: string;
            /** @description The meeting that the task belongs to; its title stands as the project’s name */
            meetingId: string | null;
            /** @description The issue that the task belongs to */
            issueId: string | null;
            /** @description The supervision item that the task belongs to */
            supervisionItemId: string | null;
            /** @description Which share of its task it is; empty where there is one only */
            slot: string;
            /** @description Of a meeting’s task the item and the unit that it is about */
            slotName: components["schemas"]["LocalizedText"] | null;
            projectNo: string;
            projectName: string;
            /** @description What the process is about, where it is not the project itself */
            about: string | null;
            stage: string | null;
            /** @enum {string} */
            state: "waiting" | "created" | "claimed" | "suspended" | "completed" | "skipped" | "cancelled";
            /**
             * @description What the task is among those that make one decision together
             * @enum {string}
             */
            part: "sole" | "share" | "lead" | "assist" | "signerBefore" | "signerAfter";
            candidateGroup: string;
            groupName: components["schemas"]["LocalizedText"];
            assignee: components["schemas"]["PersonName"] | null;
            /** @description Who has delegated it and gets it back */
            taskOwner: components["schemas"]["PersonName"] | null;
            createdAt: string;
            dueAt: string | null;
            overdue: boolean;
            /** @description How often the task was chased */
            reminders: number;
            escalatedTo: string | null;
            outcome: string | null;
            outcomeLabel: components["schemas"]["LocalizedText"] | null;
            completedAt: string | null;
            /** @description For whom a substitute completed it */
            completedFor: components["schemas"]["PersonName"] | null;
            /** @description The outcomes that ask for nothing, so that many tasks can be given one at once */
            simpleOutcomes: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            }[];
            /** @description In the views `copied` and `toRead` the copy that was sent; with a task the caller’s unread copy */
            copy: {
                id: string;
                sentBy: string;
                note: string | null;
                sentAt: string;
                readAt: string | null;
            } | null;
        };
        PersonName: {
            accountId: string;
            name: string;
        };
        UserTaskDetail: {
            /** @description Null in the view `initiated` when the process has ended */
            userTaskId: string | null;
            taskKey: string;
            title: components["schemas"]["LocalizedText"];
            /** @description The process that the task belongs to */
            process: {
                key: string;
                title: components["schemas"]["LocalizedText"];
            };
            projectId: string;
            /** @description The meeting that the task belongs to; its title stands as the project’s name */
            meetingId: string | null;
            /** @description The issue that the task belongs to */
            issueId: string | null;
            /** @description The supervision item that the task belongs to */
            supervisionItemId: string | null;
            /** @description Which share of its task it is; empty where there is one only */
            slot: string;
            /** @description Of a meeting’s task the item and the unit that it is about */
            slotName: components["schemas"]["LocalizedText"] | null;
            projectNo: string;
            projectName: string;
            /** @description What the process is about, where it is not the project itself */
            about: string | null;
            stage: string | null;
            /** @enum {string} */
            state: "waiting" | "created" | "claimed" | "suspended" | "completed" | "skipped" | "cancelled";
            /**
             * @description What the task is among those that make one decision together
             * @enum {string}
             */
            part: "sole" | "share" | "lead" | "assist" | "signerBefore" | "signerAfter";
            candidateGroup: string;
            groupName: components["schemas"]["LocalizedText"];
            assignee: components["schemas"]["PersonName"] | null;
            /** @description Who has delegated it and gets it back */
            taskOwner: components["schemas"]["PersonName"] | null;
            createdAt: string;
            dueAt: string | null;
            overdue: boolean;
            /** @description How often the task was chased */
            reminders: number;
            escalatedTo: string | null;
            outcome: string | null;
            outcomeLabel: components["schemas"]["LocalizedText"] | null;
            completedAt: string | null;
            /** @description For whom a substitute completed it */
            completedFor: components["schemas"]["PersonName"] | null;
            /** @description The outcomes that ask for nothing, so that many tasks can be given one at once */
            simpleOutcomes: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            }[];
            /** @description In the views `copied` and `toRead` the copy that was sent; with a task the caller’s unread copy */
            copy: {
                id: string;
                sentBy: string;
                note: string | null;
                sentAt: string;
                readAt: string | null;
            } | null;
            definition: {
                key: string;
                version: number;
            };
            owner: components["schemas"]["LocalizedText"] | null;
            guidance: components["schemas"]["LocalizedText"] | null;
            /** @description The article that the task carries out */
            source: string | null;
            /** @description JSON Schema of all fields */
            form: {
                [key: string]: unknown;
            };
            prefill: {
                [key: string]: unknown;
            };
            /** @description What the task was completed with */
            submitted: {
                [key: string]: unknown;
            } | null;
            outcomes: {
                key: string;
                label: components["schemas"]["LocalizedText"];
                /** @enum {string} */
                tone: "positive" | "negative" | "neutral";
                fields: string[];
                required: string[];
            }[];
            deadline: {
                dueAt: string | null;
                /** @description The arithmetic as it is stored */
                basis: {
                    [key: string]: unknown;
                } | null;
                /** @description The arithmetic in one sentence */
                said: components["schemas"]["LocalizedText"] | null;
                isPaused: boolean;
            };
            can: {
                complete: boolean;
                claim: boolean;
                unclaim: boolean;
                assign: boolean;
                transfer: boolean;
                delegate: boolean;
                resolve: boolean;
                addSigners: boolean;
                removeSigner: boolean;
                return: boolean;
                withdraw: boolean;
                skip: boolean;
                redo: boolean;
                urge: boolean;
                copy: boolean;
            };
            /** @description The earlier steps that the task can be returned to, the latest first */
            returns: {
                task: string;
                slot: string;
                title: components["schemas"]["LocalizedText"];
                /** @description Whose step it was */
                name: string;
                /** @description Whether the work may come straight back from there */
                canJumpBack: boolean;
            }[];
            returnsToInitiator: boolean;
            /** @description All parts of the decision that this task belongs to */
            shares: {
                userTaskId: string;
                part: string;
                state: string;
                groupName: components["schemas"]["LocalizedText"];
                assignee: components["schemas"]["PersonName"] | null;
                weight: number;
                outcome: string | null;
                outcomeLabel: components["schemas"]["LocalizedText"] | null;
                form: {
                    [key: string]: unknown;
                } | null;
                signsFor: string | null;
                /** @description Somebody asked for it */
                isAdded: boolean;
                dueAt: string;
                endedAt: string | null;
            }[];
            /** @enum {string|null} */
            workRule: "all" | "any" | "sequential" | "vote" | "leadAssist" | null;
            copies: {
                name: string;
                sentBy: string;
                sentAt: string;
                readAt: string | null;
            }[];
            /** @description For whom the caller would do it as a substitute */
            actingFor: components["schemas"]["PersonName"] | null;
            assignees: {
                accountId: string;
                name: string;
                title: components["schemas"]["LocalizedText"];
            }[];
            comments: components["schemas"]["Comment"][];
            attachments: components["schemas"]["Attachment"][];
        };
        Comment: {
            id: string;
            text: string;
            author: components["schemas"]["PersonName"];
            at: string;
        };
        Attachment: {
            id: string;
            fileName: string;
            /** @description In bytes */
            size: number;
            mediaType: string;
            author: components["schemas"]["PersonName"];
            at: string;
        };
        BulkOperation: {
            userTaskIds: string[];
            operation: {
                /** @enum {string} */
                kind: "claim";
            } | {
                /** @enum {string} */
                kind: "complete";
                outcome: string;
            };
        };
        BulkAnswer: {
            results: {
                userTaskId: string;
                done: boolean;
                code: string | null;
                /** @description Why it was refused */
                detail: string | null;
            }[];
        };
        TaskOperation: {
            /** @enum {string} */
            kind: "claim";
        } | {
            /** @enum {string} */
            kind: "unclaim";
        } | {
            /** @enum {string} */
            kind: "assign";
            /** Format: uuid */
            to: string;
        } | {
            /** @enum {string} */
            kind: "transfer";
            /** Format: uuid */
            to: string;
            reason: string;
        } | {
            /** @enum {string} */
            kind: "delegate";
            /** Format: uuid */
            to: string;
            /** @default  */
            note: string;
        } | {
            /** @enum {string} */
            kind: "resolve";
            /** @default  */
            note: string;
        } | {
            /** @enum {string} */
            kind: "addSigners";
            /** @enum {string} */
            position: "before" | "after" | "parallel";
            signers: string[];
            reason: string;
        } | {
            /** @enum {string} */
            kind: "removeSigner";
            reason: string;
        } | {
            /** @enum {string} */
            kind: "return";
            to: {
                /** @enum {string} */
                kind: "previous";
            } | {
                /** @enum {string} */
                kind: "initiator";
            } | {
                /** @enum {string} */
                kind: "step";
                task: string;
                slot?: string;
            };
            /** @enum {string} */
            afterwards: "inOrder" | "jumpBack";
            reason: string;
        } | {
            /** @enum {string} */
            kind: "withdraw";
            /** @default  */
            reason: string;
        } | {
            /** @enum {string} */
            kind: "skip";
            reason: string;
        } | {
            /** @enum {string} */
            kind: "redo";
            reason: string;
        } | {
            /** @enum {string} */
            kind: "urge";
            /** @default  */
            note: string;
        } | {
            /** @enum {string} */
            kind: "copy";
            to: string[];
            /** @default  */
            note: string;
        };
        Completed: {
            instanceId: string;
            projectId: string;
            state: string[];
            /** @enum {string} */
            status: "active" | "done";
            historyId: string;
            /** @description True when this client key was answered before */
            repeated: boolean;
            /** @description What the caller may go on with */
            nextTasks: components["schemas"]["InboxItem"][];
        };
        ProcessDefinition: {
            key: string;
            version: number;
            title: components["schemas"]["LocalizedText"];
            hash: string;
            deployedAt: string;
            stages: {
                key: string;
                title: components["schemas"]["LocalizedText"];
            }[];
            graph: {
                nodes: {
                    id: string;
                    parent: string | null;
                    /** @enum {string} */
                    kind: "atomic" | "compound" | "parallel" | "final" | "history";
                    title: components["schemas"]["LocalizedText"];
                    stage: string | null;
                    task: string | null;
                }[];
                edges: {
                    id: string;
                    source: string;
                    target: string;
                    event: string;
                    label: components["schemas"]["LocalizedText"];
                    /** @enum {string} */
                    kind: "event" | "after" | "always" | "done";
                }[];
            };
            /** @description The JSON Schema of every task and event by its key, for reading what was filled in */
            forms: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        Incident: {
            id: string;
            instanceId: string | null;
            /** @enum {string} */
            kind: "event" | "timer" | "job";
            message: string;
            /** @enum {string} */
            state: "open" | "resolved";
            createdAt: string;
            attempts: number;
            resolvedAt: string | null;
            resolvedBy: string | null;
            note: string | null;
        };
        NewComment: {
            text: string;
        };
        RegisteredLead: {
            projectId: string;
            leadNo: string;
            routing: {
                leadTaskForce: components["schemas"]["CodedName"] | null;
                assistTaskForces: components["schemas"]["CodedName"][];
                landingUnit: components["schemas"]["CodedName"] | null;
                reason: components["schemas"]["LocalizedText"];
                ambiguous: boolean;
            };
            similar: components["schemas"]["SimilarProject"][];
        };
        SimilarProject: {
            /** @description Null when the caller may not see it */
            projectId: string | null;
            /** @description Whose it is: the unit and the project, or only which kind of unit */
            maskedOwner: string;
            firstReportAt: string;
            score: number;
            reasons: components["schemas"]["LocalizedText"][];
        };
        ImportStarted: {
            importId: string;
        };
        ImportSummary: {
            importId: string;
            fileName: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            done: number;
            total: number;
            counts: {
                created: number;
                duplicate: number;
                refused: number;
            };
            /** @description Why the import failed as a whole */
            code: string | null;
            detail: string | null;
            /** @description Headers that mean nothing here */
            ignoredColumns: string[];
            createdAt: string;
        };
        ImportPage: {
            importId: string;
            fileName: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            done: number;
            total: number;
            counts: {
                created: number;
                duplicate: number;
                refused: number;
            };
            /** @description Why the import failed as a whole */
            code: string | null;
            detail: string | null;
            /** @description Headers that mean nothing here */
            ignoredColumns: string[];
            createdAt: string;
            rows: {
                /** @description As a spreadsheet counts; the header is row 1 */
                row: number;
                /** @enum {string} */
                outcome: "created" | "duplicate" | "refused";
                projectId: string | null;
                projectName: string | null;
                leadTaskForce: string | null;
                code: string | null;
                detail: string | null;
            }[];
            nextCursor: string | null;
        };
        ProjectPage: {
            items: components["schemas"]["ProjectSummary"][];
            nextCursor: string | null;
            /** @description Counted up to 1000 */
            total: number;
        };
        ProjectSummary: {
            projectId: string;
            leadNo: string;
            projectNo: string;
            projectName: string;
            /** @description Masked where it is confidential and the caller stands outside */
            investorName: string | null;
            industryFocus: string;
            leadTaskForce: components["schemas"]["CodedName"] | null;
            landingUnit: components["schemas"]["CodedName"] | null;
            /** @description 万元; null when unknown, also for a foreign amount without a rate */
            totalInvestment: string | null;
            stage: string | null;
            /** @description The active states as paths */
            state: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            closedAs: string | null;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD, as exact as it was reported */
            milestones: {
                signedOn: string | null;
                registeredOn: string | null;
                startedOn: string | null;
                operatedOn: string | null;
            };
            updatedAt: string;
            createdAt: string;
        };
        ProjectDetail: {
            projectId: string;
            leadNo: string;
            projectNo: string;
            projectName: string;
            /** @description Masked where it is confidential and the caller stands outside */
            investorName: string | null;
            industryFocus: string;
            leadTaskForce: components["schemas"]["CodedName"] | null;
            landingUnit: components["schemas"]["CodedName"] | null;
            /** @description 万元; null when unknown, also for a foreign amount without a rate */
            totalInvestment: string | null;
            stage: string | null;
            /** @description The active states as paths */
            state: string;
            /** @enum {string} */
            status: "active" | "suspended" | "closed";
            closedAs: string | null;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD, as exact as it was reported */
            milestones: {
                signedOn: string | null;
                registeredOn: string | null;
                startedOn: string | null;
                operatedOn: string | null;
            };
            updatedAt: string;
            createdAt: string;
            /** @description Under the names of the data dictionary */
            facts: {
                [key: string]: unknown;
            };
            assistTaskForces: components["schemas"]["CodedName"][];
            routing: {
                reason: components["schemas"]["LocalizedText"];
            };
            level: string | null;
            filer: {
                unit: components["schemas"]["CodedName"];
                name: string;
            };
            duplicateOf: string | null;
            process: {
                instanceId: string;
                definition: {
                    key: string;
                    version: number;
                };
                activeStates: string[];
                status: string;
            };
            openTasks: components["schemas"]["InboxItem"][];
            attachments: components["schemas"]["Attachment"][];
            comments: components["schemas"]["Comment"][];
            /** @description What the caller may do with the project as a whole now */
            events: {
                type: string;
                label: components["schemas"]["LocalizedText"];
                form: {
                    [key: string]: unknown;
                };
            }[];
            similar: components["schemas"]["SimilarProject"][];
            timers: {
                key: string;
                dueAt: string;
                label: components["schemas"]["LocalizedText"];
            }[];
        };
        ProjectHistoryPage: {
            items: {
                id: string;
                seq: number;
                at: string;
                kind: string;
                event: string;
                title: components["schemas"]["LocalizedText"];
                actor: {
                    accountId: string;
                    name: string;
                    unit: string;
                } | {
                    /** @enum {boolean} */
                    system: true;
                };
                onBehalfOf: string | null;
                /** @description Which share of its task it is about; empty where there is one only */
                slot: string;
                from: string[];
                to: string[];
                form: {
                    [key: string]: unknown;
                } | null;
                commands: {
                    type: string;
                    summary: string | null;
                }[];
            }[];
            nextCursor: string | null;
        };
        ProjectEventAnswer: {
            instanceId: string;
            projectId: string;
            state: string[];
            /** @enum {string} */
            status: "active" | "done";
            historyId: string;
            repeated: boolean;
        };
        CalendarYear: {
            year: number;
            version: number;
            /** @description The notice of the State Council; without it the year is provisional: weekends and statutory holidays */
            notice: {
                number: string;
                /** Format: date */
                issuedOn: string;
            } | null;
            /** @description The years whose notice is known */
            years: number[];
            /** Format: date */
            today: string;
            workdays: number;
            days: components["schemas"]["CalendarDay"][];
            workingHours: {
                /** Format: date */
                validFrom: string;
                shifts: {
                    from: string;
                    to: string;
                }[];
            }[];
            unitExceptions: {
                unit: string;
                /** Format: date */
                on: string;
                /** @enum {string} */
                kind: "dayOff" | "workday";
                reason: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        CalendarDay: {
            /** Format: date */
            on: string;
            /** @enum {string} */
            kind: "workday" | "makeUpWorkday" | "unitWorkday" | "weekend" | "holiday" | "dayOff";
            /** @description The holiday, or the one that a make-up workday belongs to */
            name: components["schemas"]["LocalizedText"] | null;
        };
        MissingYear: {
            year: number;
            /** @description The administrator has to act: the year runs, or it comes next and November has begun */
            isAlarm: boolean;
            /** @description Open deadlines that count days of the year */
            openDeadlines: number;
            /** @description Until the year begins */
            daysLeft: number;
        };
        CalendarHistoryEntry: {
            version: number;
            /** @enum {string} */
            kind: "shipped" | "notice" | "workingHours" | "unitExceptions";
            reason: string;
            changedBy: {
                accountId: string;
                name: string;
                unit: string;
            };
            at: string;
            moved: number;
            confirmed: number;
        };
        NoticeDraft: {
            year: number;
            /** @description The number of the document */
            number: string;
            issuedOn: string;
            holidays: {
                name: {
                    zh: string;
                    en: string;
                };
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                makeUp: string[];
            }[];
        };
        CalendarPreview: {
            /** @description The version the preview was made on; applying wants it back */
            basedOn: number;
            moved: components["schemas"]["MovedDeadline"][];
            /** @description Deadlines that stay and are no longer provisional, or told otherwise */
            confirmed: number;
        };
        MovedDeadline: {
            /** @enum {string} */
            subject: "userTask" | "timer";
            /** @description What the task or timer is called */
            title: components["schemas"]["LocalizedText"];
            projectId: string;
            projectNo: string;
            before: string;
            after: string;
            /** @description Calendar days; negative when it becomes earlier */
            daysMoved: number;
            /** @description How the new due time comes about, in one sentence */
            arithmetic: components["schemas"]["LocalizedText"];
        };
        AppliedCalendarChange: {
            version: number;
            moved: number;
            confirmed: number;
        };
        Substitutions: {
            /** @description Who acts for the caller, newest first */
            mine: components["schemas"]["Substitution"][];
            /** @description For whom the caller acts, newest first */
            actingFor: components["schemas"]["Substitution"][];
            /** @description Planned and acting ones of the staff of the units that the caller heads */
            staff: components["schemas"]["Substitution"][];
            /** @description False for the three administrators, who neither have nor are a substitute */
            canHave: boolean;
            headsUnit: boolean;
        };
        Substitution: {
            /** Format: uuid */
            id: string;
            /** @description Whose work is done */
            principal: components["schemas"]["PersonName"];
            /** @description Who does it */
            substitute: components["schemas"]["PersonName"];
            /** @description The first day */
            validFrom: string;
            /** @description The last day, included */
            validTo: string;
            reason: string;
            /** @enum {string} */
            state: "planned" | "acting" | "over" | "ended";
            setBy: components["schemas"]["PersonName"];
            createdAt: string;
            endedAt: string | null;
            endedBy: components["schemas"]["PersonName"] | null;
            /** @description Whether the caller may end it now */
            canEnd: boolean;
        };
        Colleague: {
            accountId: string;
            name: string;
            username: string;
            posts: components["schemas"]["LocalizedText"][];
        };
        NewSubstitution: {
            /**
             * Format: uuid
             * @description Staff of a unit that the caller heads; the caller himself when left out
             */
            principal?: string;
            /** Format: uuid */
            substitute: string;
            /**
             * Format: date
             * @description The first day
             */
            validFrom: string;
            /**
             * Format: date
             * @description The last day, included
             */
            validTo: string;
            reason: string;
        };
        NewHandover: {
            /**
             * Format: uuid
             * @description Who leaves the post
             */
            accountId: string;
            /**
             * Format: uuid
             * @description Who takes post and tasks over; without one the tasks go to their groups
             */
            successor?: string;
            reason: string;
        };
        Handover: {
            from: components["schemas"]["PersonName"];
            post: string;
            successor: components["schemas"]["PersonName"] | null;
            /** @description False when an earlier call had ended the post and this one finished its tasks */
            postEnded: boolean;
            tasks: {
                userTaskId: string;
                projectId: string;
                taskKey: string;
                candidateGroup: string;
                /** @description Who has it now; null when its groups have it again */
                to: components["schemas"]["PersonName"] | null;
                /** @description Why it was not handed over */
                refusal: {
                    code: string;
                    message: string;
                } | null;
            }[];
        };
        BlockedProjects: {
            items: components["schemas"]["BlockedProject"][];
        };
        BlockedProject: {
            issueId: string;
            projectId: string;
            type: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            };
            title: string;
            /** @description What was tried before it was raised */
            tried: string;
            urgent: boolean;
            /** @enum {string} */
            source: "person" | "redLight" | "track";
            raiser: {
                name: string;
                unit: components["schemas"]["CodedName"];
            };
            /** @description 0 task force, 1 office, 2 deputy leader, 3 leading group */
            level: number;
            levelLabel: components["schemas"]["LocalizedText"];
            state: string;
            /** @description The posts that must act now */
            mustAct: components["schemas"]["CodedName"][];
            /** @description YYYY-MM-DD; parked until, or the due date of the order */
            until: string | null;
            openedAt: string;
            levelSince: string;
            closedAt: string | null;
            /** @enum {string|null} */
            outcome: "resolved" | "invalid" | "withdrawn" | "lapsed" | null;
            result: string | null;
            /** @description Calendar days since it was raised */
            waitingDays: number;
            daysOnLevel: number;
            /** @description Working days since it was raised */
            waitingWorkingDays: number;
            workingDaysOnLevel: number;
            running: components["schemas"]["RunningInShort"];
            projectNo: string;
            projectName: string;
            leadTaskForce: components["schemas"]["CodedName"] | null;
            landingUnit: components["schemas"]["CodedName"] | null;
        };
        RunningInShort: {
            openTasks: components["schemas"]["InboxItem"][];
            /** @description What the caller may do with it as a whole */
            events: {
                type: string;
                label: components["schemas"]["LocalizedText"];
            }[];
            /** @description What happens by time alone next, and when */
            next: {
                dueAt: string;
                label: components["schemas"]["LocalizedText"];
            } | null;
        };
        IssueDetail: {
            issueId: string;
            projectId: string;
            type: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            };
            title: string;
            /** @description What was tried before it was raised */
            tried: string;
            urgent: boolean;
            /** @enum {string} */
            source: "person" | "redLight" | "track";
            raiser: {
                name: string;
                unit: components["schemas"]["CodedName"];
            };
            /** @description 0 task force, 1 office, 2 deputy leader, 3 leading group */
            level: number;
            levelLabel: components["schemas"]["LocalizedText"];
            state: string;
            /** @description The posts that must act now */
            mustAct: components["schemas"]["CodedName"][];
            /** @description YYYY-MM-DD; parked until, or the due date of the order */
            until: string | null;
            openedAt: string;
            levelSince: string;
            closedAt: string | null;
            /** @enum {string|null} */
            outcome: "resolved" | "invalid" | "withdrawn" | "lapsed" | null;
            result: string | null;
            /** @description Calendar days since it was raised */
            waitingDays: number;
            daysOnLevel: number;
            /** @description Working days since it was raised */
            waitingWorkingDays: number;
            workingDaysOnLevel: number;
            running: components["schemas"]["RunningInShort"];
            projectNo: string;
            projectName: string;
            leadTaskForce: components["schemas"]["CodedName"] | null;
            landingUnit: components["schemas"]["CodedName"] | null;
            process: {
                definition: {
                    key: string;
                    version: number;
                };
                activeStates: string[];
                /** @enum {string} */
                status: "active" | "done";
                openTasks: components["schemas"]["InboxItem"][];
                events: {
                    type: string;
                    label: components["schemas"]["LocalizedText"];
                    form: {
                        [key: string]: unknown;
                    };
                }[];
                timers: {
                    key: string;
                    dueAt: string;
                    label: components["schemas"]["LocalizedText"];
                }[];
            };
            /** @description What was done for it on its way, the latest first */
            measures: components["schemas"]["IssueMeasure"][];
        };
        IssueMeasure: {
            /** @enum {string} */
            way: "letter" | "call" | "pushMeeting" | "specialMeeting" | "contribution";
            unit: components["schemas"]["CodedName"];
            note: string | null;
            by: string;
            at: string;
        };
        SupervisionEventAnswer: {
            activeStates: string[];
            /** @enum {string} */
            status: "active" | "done";
            repeated: boolean;
        };
        RaisedIssue: {
            issueId: string;
            repeated: boolean;
        };
        ProjectIssues: {
            items: components["schemas"]["IssueItem"][];
        };
        IssueItem: {
            issueId: string;
            projectId: string;
            type: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            };
            title: string;
            /** @description What was tried before it was raised */
            tried: string;
            urgent: boolean;
            /** @enum {string} */
            source: "person" | "redLight" | "track";
            raiser: {
                name: string;
                unit: components["schemas"]["CodedName"];
            };
            /** @description 0 task force, 1 office, 2 deputy leader, 3 leading group */
            level: number;
            levelLabel: components["schemas"]["LocalizedText"];
            state: string;
            /** @description The posts that must act now */
            mustAct: components["schemas"]["CodedName"][];
            /** @description YYYY-MM-DD; parked until, or the due date of the order */
            until: string | null;
            openedAt: string;
            levelSince: string;
            closedAt: string | null;
            /** @enum {string|null} */
            outcome: "resolved" | "invalid" | "withdrawn" | "lapsed" | null;
            result: string | null;
            /** @description Calendar days since it was raised */
            waitingDays: number;
            daysOnLevel: number;
            /** @description Working days since it was raised */
            waitingWorkingDays: number;
            workingDaysOnLevel: number;
            running: components["schemas"]["RunningInShort"];
        };
        SupervisionItems: {
            items: components["schemas"]["SupervisionItem"][];
            /** @description Whether the caller may draft items */
            mayDraft: boolean;
        };
        SupervisionItem: {
            itemId: string;
            /** @description 督办〔2026〕1号; null until the office has issued it */
            number: string | null;
            source: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            };
            title: string;
            requirement: string;
            projectId: string | null;
            projectName: string | null;
            leadUnit: components["schemas"]["CodedName"];
            assistUnits: components["schemas"]["CodedName"][];
            dueOn: string;
            daysLate: number;
            drafter: {
                name: string;
                unit: components["schemas"]["CodedName"];
            };
            /** @description The leader whose decision was recorded by the drafter */
            onBehalfOf: {
                name: string;
                post: string;
            } | null;
            state: string;
            /** @description The posts that must act now */
            mustAct: components["schemas"]["CodedName"][];
            progress: number;
            extensions: number;
            /** @enum {string} */
            colour: "none" | "blue" | "yellow" | "red";
            inBulletin: boolean;
            interviews: number;
            draftedAt: string;
            closedAt: string | null;
            /** @enum {string|null} */
            outcome: "closed" | "voided" | null;
            inTime: boolean | null;
            result: string | null;
            running: components["schemas"]["RunningInShort"];
        };
        DraftedSupervisionItem: {
            itemId: string;
            repeated: boolean;
        };
        SupervisionItemDetail: {
            itemId: string;
            /** @description 督办〔2026〕1号; null until the office has issued it */
            number: string | null;
            source: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            };
            title: string;
            requirement: string;
            projectId: string | null;
            projectName: string | null;
            leadUnit: components["schemas"]["CodedName"];
            assistUnits: components["schemas"]["CodedName"][];
            dueOn: string;
            daysLate: number;
            drafter: {
                name: string;
                unit: components["schemas"]["CodedName"];
            };
            /** @description The leader whose decision was recorded by the drafter */
            onBehalfOf: {
                name: string;
                post: string;
            } | null;
            state: string;
            /** @description The posts that must act now */
            mustAct: components["schemas"]["CodedName"][];
            progress: number;
            extensions: number;
            /** @enum {string} */
            colour: "none" | "blue" | "yellow" | "red";
            inBulletin: boolean;
            interviews: number;
            draftedAt: string;
            closedAt: string | null;
            /** @enum {string|null} */
            outcome: "closed" | "voided" | null;
            inTime: boolean | null;
            result: string | null;
            running: components["schemas"]["RunningInShort"];
            process: {
                definition: {
                    key: string;
                    version: number;
                };
                activeStates: string[];
                /** @enum {string} */
                status: "active" | "done";
                openTasks: components["schemas"]["InboxItem"][];
                events: {
                    type: string;
                    label: components["schemas"]["LocalizedText"];
                    form: {
                        [key: string]: unknown;
                    };
                }[];
                timers: {
                    key: string;
                    dueAt: string;
                    label: components["schemas"]["LocalizedText"];
                }[];
            };
            /** @description Who accepted the result or voided the item, and the words about it; null while it is open */
            ending: {
                by: {
                    name: string;
                    unit: components["schemas"]["CodedName"];
                } | null;
                note: string | null;
            } | null;
        };
        LeaderResponsibilities: {
            items: {
                unit: components["schemas"]["CodedName"];
                leader: components["schemas"]["CodedName"];
                from: string;
                to: string | null;
            }[];
            /** @description Who stands in for units without a leader in charge */
            fallback: components["schemas"]["CodedName"];
        };
        InboxFilter: {
            name: string;
            /** @enum {string} */
            view: "todo" | "group" | "done" | "initiated" | "copied" | "toRead" | "overdue";
            query: {
                /** @description Part of a project name, investor or number */
                q?: string;
                /** @description The key of a stage */
                stage?: string;
                /** @description Tasks of these kinds only */
                taskKeys?: string[];
                overdue?: boolean;
                /**
                 * Format: date
                 * @description Due before this day (YYYY-MM-DD)
                 */
                dueBefore?: string;
                /**
                 * @description A minus sign: the last first
                 * @enum {string}
                 */
                sort?: "due" | "-due" | "arrived" | "-arrived";
            };
            /** Format: uuid */
            id: string;
        };
        NewInboxFilter: {
            name: string;
            /** @enum {string} */
            view: "todo" | "group" | "done" | "initiated" | "copied" | "toRead" | "overdue";
            query: {
                /** @description Part of a project name, investor or number */
                q?: string;
                /** @description The key of a stage */
                stage?: string;
                /** @description Tasks of these kinds only */
                taskKeys?: string[];
                overdue?: boolean;
                /**
                 * Format: date
                 * @description Due before this day (YYYY-MM-DD)
                 */
                dueBefore?: string;
                /**
                 * @description A minus sign: the last first
                 * @enum {string}
                 */
                sort?: "due" | "-due" | "arrived" | "-arrived";
            };
        };
        CommonPhrases: {
            /** @description The caller's own, in his order */
            own: components["schemas"]["CommonPhrase"][];
            /** @description What everybody has */
            office: {
                key: string;
                text: components["schemas"]["LocalizedText"];
            }[];
        };
        CommonPhrase: {
            /** Format: uuid */
            id: string;
            text: string;
        };
        FormDraft: {
            taskId: string;
            form: {
                [key: string]: unknown;
            };
            updatedAt: string;
        };
        KeptDraft: {
            draft: components["schemas"]["FormDraft"] | null;
        };
        NewDraft: {
            form: {
                [key: string]: unknown;
            };
        };
        DocumentTemplateSummary: {
            /** @enum {string} */
            type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
            label: string;
            currentVersion: number;
            /** @description Later than the current one when it takes effect later */
            latestVersion: number;
        };
        DocumentTemplate: {
            /** @enum {string} */
            type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
            label: string;
            parts: {
                name: string;
                label: string;
                mandatory: boolean;
                mustSay: string[];
            }[];
            placeholders: {
                name: string;
                label: string;
            }[];
            /** @description The words of the latest version, which the next change is based on */
            wording: {
                [key: string]: string;
            };
            currentVersion: number;
            latestVersion: number;
            /** @description The latest first */
            versions: {
                /** @description 0 is what is shipped */
                version: number;
                effectiveFrom: string | null;
                reason: string;
                restoredFrom: number | null;
                createdBy: {
                    accountId: string;
                    name: string;
                    unit: string;
                } | null;
                createdAt: string | null;
                /** @description Its words count today */
                isCurrent: boolean;
            }[];
        };
        DocumentTemplateVersion: {
            /** @description 0 is what is shipped */
            version: number;
            effectiveFrom: string | null;
            reason: string;
            restoredFrom: number | null;
            createdBy: {
                accountId: string;
                name: string;
                unit: string;
            } | null;
            createdAt: string | null;
            /** @description Its words count today */
            isCurrent: boolean;
            /** @description The words by part; placeholders in two braces */
            wording: {
                [key: string]: string;
            };
        };
        NoticePage: {
            items: components["schemas"]["NoticeItem"][];
            nextCursor: string | null;
            /** @description Counted up to 100 */
            unread: number;
        };
        NoticeItem: {
            id: string;
            /** @description Topic first: `task.overdue` */
            kind: string;
            /** @enum {string} */
            urgency: "normal" | "urgent";
            title: components["schemas"]["LocalizedText"];
            body: components["schemas"]["LocalizedText"] | null;
            /** @description A path of the web client */
            link: string | null;
            at: string;
            readAt: string | null;
        };
        ReadAllNotices: {
            /**
             * Format: uuid
             * @description The newest notice that was seen; later ones stay unread
             */
            upTo?: string;
        };
        NoticeSettings: {
            preferences: components["schemas"]["NoticePreferences"];
            /** @description The ways outside the page that are set up here */
            available: ("email" | "wecom" | "dingtalk")[];
        };
        NoticePreferences: {
            email: string | null;
            /** @description The ways outside the page, by topic; the page shows everything */
            channels: {
                task: ("email" | "wecom" | "dingtalk")[];
                project: ("email" | "wecom" | "dingtalk")[];
                issue: ("email" | "wecom" | "dingtalk")[];
                supervision: ("email" | "wecom" | "dingtalk")[];
                calendar: ("email" | "wecom" | "dingtalk")[];
                digest: ("email" | "wecom" | "dingtalk")[];
            };
            /** @description Whether normal notices wait for the next digest */
            digest: boolean;
            quiet: {
                /** @description HH:MM in Binhai */
                from: string;
                /** @description HH:MM in Binhai */
                until: string;
                onRestDays: boolean;
            };
        };
        LightBoard: {
            items: {
                projectId: string;
                projectNo: string;
                projectName: string;
                leadTaskForce: components["schemas"]["CodedName"] | null;
                landingUnit: components["schemas"]["CodedName"] | null;
                stage: string | null;
                /** @enum {string} */
                light: "green" | "yellow" | "red" | "grey";
                since: string;
                reasons: components["schemas"]["LightReason"][];
                heldReasons: components["schemas"]["LightReason"][];
                overriddenUntil: string | null;
            }[];
            counts: {
                yellow: number;
                red: number;
            };
            nextCursor: string | null;
        };
        LightReason: {
            code: string;
            /** @enum {string} */
            light: "yellow" | "red";
            text: components["schemas"]["LocalizedText"];
            /** @description YYYY-MM-DD */
            since: string;
            source: string;
            /** @description The task or issue it is about; empty for the project as a whole */
            subject: string;
        };
        ProjectLight: {
            projectId: string;
            /** @enum {string} */
            light: "green" | "yellow" | "red" | "grey";
            /**
             * @description What the rules say; differs while an override is in force
             * @enum {string}
             */
            computed: "green" | "yellow" | "red" | "grey";
            since: string;
            /** @description Worst first */
            reasons: components["schemas"]["LightReason"][];
            /** @description Gone, but the colour stays until the run of the next morning */
            heldReasons: components["schemas"]["LightReason"][];
            /** @description The version of the rules */
            rulesFrom: string;
            override: components["schemas"]["LightOverride"] | null;
            /** @description Whether the caller may set the light by hand */
            mayOverride: boolean;
        };
        LightOverride: {
            id: string;
            /** @enum {string} */
            light: "green" | "yellow" | "red" | "grey";
            reason: string;
            /** @description Its last day */
            untilOn: string;
            by: {
                accountId: string;
                name: string;
                unit: string;
            };
            at: string;
            endedAt: string | null;
            /** @enum {string|null} */
            endedAs: "expired" | "withdrawn" | "replaced" | null;
            endedByName: string | null;
        };
        LightHistory: {
            changes: components["schemas"]["LightChange"][];
            overrides: components["schemas"]["LightOverride"][];
        };
        LightChange: {
            id: string;
            /** @enum {string|null} */
            from: "green" | "yellow" | "red" | "grey" | null;
            /** @enum {string} */
            to: "green" | "yellow" | "red" | "grey";
            /** @enum {string} */
            cause: "event" | "daily" | "override" | "overrideEnded" | "overrideExpired";
            reasons: components["schemas"]["LightReason"][];
            by: {
                accountId: string;
                name: string;
            };
            at: string;
        };
        ProjectWaiting: {
            projectId: string;
            from: string;
            to: string;
            pieces: {
                owner: components["schemas"]["WaitingOwner"];
                /** @description Whom it was attributed to before any dispute */
                recorded: components["schemas"]["WaitingOwner"];
                disputeId: string | null;
                from: string;
                to: string;
                stage: string | null;
                states: string[];
                alsoWaiting: components["schemas"]["WaitingOwner"][];
            }[];
            owners: components["schemas"]["OwnerDays"][];
            recordedOwners: components["schemas"]["OwnerDays"][];
            disputes: components["schemas"]["WaitingDispute"][];
            mayDecide: boolean;
        };
        WaitingOwner: {
            /** @enum {string} */
            kind: "unit" | "enterprise" | "meetingQueue" | "suspended";
            /** @description The unit's code, the queue's name, or the kind itself */
            owner: string;
            name: components["schemas"]["LocalizedText"];
        };
        OwnerDays: {
            owner: components["schemas"]["WaitingOwner"];
            milliseconds: number;
            days: number;
            workingDays: number;
        };
        WaitingDispute: {
            id: string;
            projectId: string;
            from: string;
            to: string;
            against: components["schemas"]["WaitingOwner"];
            claimed: components["schemas"]["WaitingOwner"];
            reason: string;
            evidence: string;
            by: {
                accountId: string;
                name: string;
                unit: string;
            };
            at: string;
            decision: {
                /** @enum {string} */
                outcome: "accepted" | "refused";
                reason: string;
                by: {
                    accountId: string;
                    name: string;
                };
                at: string;
            } | null;
        };
        WaitingSums: {
            owners: {
                owner: components["schemas"]["WaitingOwner"];
                milliseconds: number;
                days: number;
                workingDays: number;
                projects: number;
            }[];
        };
        ScheduleItem: {
            key: string;
            title: components["schemas"]["LocalizedText"];
            purpose: components["schemas"]["LocalizedText"];
            /** @description When it runs, in words */
            pattern: components["schemas"]["LocalizedText"];
            /** @description It is shown only: it can be neither paused nor run at once */
            runsByItself: boolean;
            paused: {
                at: string;
                by: {
                    name: string;
                    unit: string;
                };
                reason: string;
            } | null;
            next: {
                dueAt: string;
                day: string;
                movedFrom: string | null;
            } | null;
            last: components["schemas"]["ScheduleRun"] | null;
        };
        ScheduleRun: {
            id: string | null;
            /** @enum {string} */
            occasion: "planned" | "runNow";
            /** @description The day that it was for */
            day: string;
            dueAt: string;
            /** @description The pattern's day, where the working calendar moved it */
            movedFrom: string | null;
            /** @enum {string} */
            state: "due" | "running" | "done" | "failed" | "missed" | "skipped";
            attempt: number;
            startedAt: string | null;
            endedAt: string | null;
            /** @description Who had it run at once */
            by: {
                name: string;
                unit: string;
            } | null;
            /** @description What it did, or why it did not run */
            note: components["schemas"]["LocalizedText"] | null;
            error: string | null;
        };
        ScheduleRunPage: {
            items: components["schemas"]["ScheduleRun"][];
            nextCursor: string | null;
            operations: {
                /** @enum {string} */
                kind: "pause" | "resume" | "runNow";
                by: {
                    name: string;
                    unit: string;
                };
                reason: string | null;
                at: string;
            }[];
        };
        DemoClock: {
            /** @description The time of the demonstration */
            now: string;
            /** @description How far it is ahead of the real time */
            offsetMs: number;
            /** @description The move under way, or the last one */
            move: {
                /** @enum {string} */
                state: "moving" | "done" | "cancelled";
                from: string;
                to: string;
                reached: string;
                /** @description How many moments at which something was due were gone through */
                steps: number;
                /** @description At how many of them something was still open after twenty seconds */
                unsettled: number;
            } | null;
        };
        Meetings: {
            items: components["schemas"]["MeetingItem"][];
        };
        MeetingItem: {
            meetingId: string;
            /** @enum {string} */
            kind: "conference" | "plenary" | "special" | "push" | "streetTownReview";
            kindLabel: components["schemas"]["LocalizedText"];
            title: string;
            period: string;
            /** @enum {string} */
            state: "scheduled" | "collecting" | "composing" | "proposed" | "planning" | "approving" | "confirming" | "convened" | "inSession" | "minutes" | "signing" | "dispatching" | "followUp" | "archived" | "cancelled";
            stateLabel: components["schemas"]["LocalizedText"];
            /** @description The posts that must act now */
            mustAct: components["schemas"]["CodedName"][];
            conveners: components["schemas"]["CodedName"][];
            chair: components["schemas"]["CodedName"];
            /** @description YYYY-MM-DD */
            plannedOn: string | null;
            /** @description HH:mm in Asia/Shanghai */
            plannedTime: string | null;
            plannedAt: string | null;
            place: string | null;
            calledBecause: components["schemas"]["LocalizedText"];
            /** @description How many items are on the agenda */
            items: number;
            /** @description The seats of the caller’s units */
            ownSeats: {
                unit: components["schemas"]["CodedName"];
                role: string;
                reply: string;
            }[];
            /** @description How many units have replied */
            replies: {
                given: number;
                of: number;
            };
            /** @description Of a half-year conference the days between which it is held, YYYY-MM-DD */
            heldBetween: {
                from: string;
                to: string;
            } | null;
            /** @description What the caller has to do for it now */
            toDo: components["schemas"]["LocalizedText"][];
            openResolutions: number;
            minutesNumber: string | null;
            rescheduled: number;
            overdue: boolean;
        };
        MeetingDetail: {
            meetingId: string;
            /** @enum {string} */
            kind: "conference" | "plenary" | "special" | "push" | "streetTownReview";
            kindLabel: components["schemas"]["LocalizedText"];
            title: string;
            period: string;
            /** @enum {string} */
            state: "scheduled" | "collecting" | "composing" | "proposed" | "planning" | "approving" | "confirming" | "convened" | "inSession" | "minutes" | "signing" | "dispatching" | "followUp" | "archived" | "cancelled";
            stateLabel: components["schemas"]["LocalizedText"];
            /** @description The posts that must act now */
            mustAct: components["schemas"]["CodedName"][];
            conveners: components["schemas"]["CodedName"][];
            chair: components["schemas"]["CodedName"];
            /** @description YYYY-MM-DD */
            plannedOn: string | null;
            /** @description HH:mm in Asia/Shanghai */
            plannedTime: string | null;
            plannedAt: string | null;
            place: string | null;
            calledBecause: components["schemas"]["LocalizedText"];
            /** @description How many items are on the agenda */
            items: number;
            /** @description The seats of the caller’s units */
            ownSeats: {
                unit: components["schemas"]["CodedName"];
                role: string;
                reply: string;
            }[];
            /** @description How many units have replied */
            replies: {
                given: number;
                of: number;
            };
            /** @description Of a half-year conference the days between which it is held, YYYY-MM-DD */
            heldBetween: {
                from: string;
                to: string;
            } | null;
            /** @description What the caller has to do for it now */
            toDo: components["schemas"]["LocalizedText"][];
            openResolutions: number;
            minutesNumber: string | null;
            rescheduled: number;
            overdue: boolean;
            /** @description The step of the process; editors say it back as `seen` */
            rev: number;
            definition: string;
            activeStates: string[];
            secretary: components["schemas"]["CodedName"];
            agenda: components["schemas"]["MeetingAgendaItem"][];
            seats: {
                unit: components["schemas"]["CodedName"];
                /** @enum {string} */
                role: "convener" | "chair" | "reviewer" | "presenter" | "member";
                /** @enum {string} */
                reply: "none" | "attend" | "substitute" | "written" | "decline" | "silent";
                person: string | null;
                post: string | null;
                reason: string | null;
                present: boolean;
                /** @description Who came */
                checkedIn: string | null;
                checkedInAt: string | null;
                /** @description Of a unit of the caller */
                isOwn: boolean;
                /** @description Of the caller’s units: whom the unit named the last time */
                last: {
                    person: string;
                    post: string;
                } | null;
                /** @description When the unit has to be there */
                stretches: {
                    from: string;
                    to: string;
                    items: string[];
                }[];
            }[];
            resolutions: components["schemas"]["MeetingResolution"][];
            quorum: {
                met: number;
                needed: number;
                of: number;
                isMet: boolean;
            };
            withoutQuorum: boolean;
            /** @description Why it was moved, cancelled or opened without its quorum */
            reason: string | null;
            openedAt: string | null;
            closedAt: string | null;
            /** @description What only one kind of meeting has */
            more: {
                [key: string]: unknown;
            };
            openTasks: components["schemas"]["InboxItem"][];
            /** @description The open tasks that the caller may work on, by id */
            ownTasks: string[];
            /** @description What the caller may do with it as a whole */
            events: {
                type: string;
                label: components["schemas"]["LocalizedText"];
                form: {
                    [key: string]: unknown;
                };
                /** @description What stands in its way while nothing is filled in */
                refusal: {
                    code: string;
                    text: components["schemas"]["LocalizedText"];
                } | null;
            }[];
            /** @description What the caller may edit, and why not */
            edits: {
                /** @enum {string} */
                edit: "arrangeAgenda" | "addItem" | "removeItem" | "checkIn" | "changeReply" | "editMinutes" | "putResolution" | "removeResolution" | "settleResolution";
                allowed: boolean;
                refusal: {
                    code: string;
                    text: components["schemas"]["LocalizedText"];
                } | null;
            }[];
            timers: {
                delay: string;
                label: components["schemas"]["LocalizedText"];
                dueAt: string;
            }[];
        };
        MeetingAgendaItem: {
            key: string;
            kind: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            };
            title: string;
            question: string | null;
            /** @description The project or push request that waits for it */
            waiting: string | null;
            projectId: string | null;
            projectName: string | null;
            presenter: components["schemas"]["CodedName"] | null;
            units: components["schemas"]["CodedName"][];
            minutes: number;
            /** @description HH:mm; null while no time is planned */
            from: string | null;
            to: string | null;
            landingUnit: components["schemas"]["CodedName"] | null;
            /** @enum {string} */
            standing: "proposed" | "confirmed" | "left" | "concluded" | "deferred";
            /** @description Added after the notice */
            late: boolean;
            outcome: string | null;
            conclusion: string | null;
            opinions: {
                unit: components["schemas"]["CodedName"];
                /** @enum {string} */
                standing: "given" | "notGiven";
                match: number | null;
                feasibility: number | null;
                /** @enum {string|null} */
                position: "agree" | "agreeWithConditions" | "disagree" | "none" | null;
                text: string | null;
                by: string | null;
                at: string | null;
            }[];
        };
        MeetingResolution: {
            key: string;
            item: string | null;
            kind: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            };
            text: string;
            unit: components["schemas"]["CodedName"] | null;
            assistUnits: components["schemas"]["CodedName"][];
            /** @description YYYY-MM-DD */
            dueOn: string | null;
            criterion: string | null;
            conditions: string | null;
            landingUnit: components["schemas"]["CodedName"] | null;
            /** @enum {string} */
            standing: "draft" | "issued" | "applied" | "fulfilled" | "lapsed" | "failed";
            note: string | null;
            /** @description YYYY-MM-DD */
            fulfilledOn: string | null;
            /** @description Without these the minutes cannot be issued */
            missing: ("unit" | "dueOn" | "criterion")[];
        };
        MeetingMinutes: {
            items: components["schemas"]["MinutesSection"][];
        };
        MinutesSection: {
            /** @description `preamble`, the key of an item, or `closing` */
            section: string;
            /** @description 0 while nobody has saved it; say it back when saving */
            rev: number;
            text: string;
            /** @description What the facts of the meeting say */
            draft: string;
            editedBy: string | null;
            editedAt: string | null;
        };
        MinutesVersions: {
            items: components["schemas"]["MinutesVersion"][];
        };
        MinutesVersion: {
            rev: number;
            text: string;
            editedBy: string;
            editedAt: string;
        };
        MeetingDocuments: {
            items: components["schemas"]["MeetingDocument"][];
        };
        MeetingDocument: {
            id: string;
            /** @enum {string} */
            document: "notice" | "agenda" | "papers" | "signInSheet" | "minutes" | "opinions" | "bulletin";
            item: string | null;
            /** @description The step of the meeting that issued it */
            rev: number;
            /** @enum {string} */
            state: "due" | "issued";
            name: string | null;
            mime: string | null;
            sha256: string | null;
            createdAt: string;
        };
        MeetingQueue: {
            items: components["schemas"]["MeetingQueueItem"][];
            /** @description When the rules call the next meetings if nobody else comes */
            calls: components["schemas"]["NextMeetingCall"][];
        };
        MeetingQueueItem: {
            /** @description Names the place in the queue; an item is added by it */
            place: string;
            instanceId: string;
            /** @enum {string} */
            queue: "streetTown" | "district" | "leadingGroup" | "leadingGroupIssue" | "push";
            queueLabel: components["schemas"]["LocalizedText"];
            title: string;
            projectId: string | null;
            projectName: string | null;
            landingUnit: components["schemas"]["CodedName"] | null;
            leadTaskForce: components["schemas"]["CodedName"] | null;
            units: components["schemas"]["CodedName"][];
            presenter: components["schemas"]["CodedName"] | null;
            question: string | null;
            urgent: boolean;
            /** @description YYYY-MM-DD */
            holdBy: string | null;
            waitingSince: string;
            waitingWorkingDays: number;
            /** @description The meeting that is about to take it */
            meeting: {
                id: string;
                title: string;
            } | null;
        };
        NextMeetingCall: {
            queues: ("streetTown" | "district" | "leadingGroup" | "leadingGroupIssue" | "push")[];
            labels: components["schemas"]["LocalizedText"][];
            /** @description How many wait and are on no agenda */
            waiting: number;
            oldestWorkingDays: number;
            /** @description The day on which a rule calls the next meeting if nobody else comes; null while nobody waits */
            on: string | null;
            because: components["schemas"]["LocalizedText"] | null;
        };
        FollowedResolutions: {
            items: components["schemas"]["FollowedResolution"][];
        };
        FollowedResolution: {
            meeting: {
                id: string;
                title: string;
                /** @enum {string} */
                kind: "conference" | "plenary" | "special" | "push" | "streetTownReview";
                kindLabel: components["schemas"]["LocalizedText"];
            };
            /** @description YYYY-MM-DD */
            meetingOn: string | null;
            minutesNumber: string | null;
            resolution: components["schemas"]["MeetingResolution"];
            projectId: string | null;
            projectName: string | null;
            /** @enum {string} */
            state: "open" | "overdue" | "fulfilled" | "lapsed" | "failed";
            stateLabel: components["schemas"]["LocalizedText"];
            daysLate: number;
            supervisionItemId: string | null;
        };
        RequestedPushMeeting: {
            requestId: string;
            repeated: boolean;
        };
        MeetingRuleBook: {
            present: {
                validFrom: string;
                rules: components["schemas"]["MeetingRules"];
                note: string;
                setBy: string;
            };
            versions: {
                validFrom: string;
                rules: components["schemas"]["MeetingRules"];
                note: string;
                setBy: string;
            }[];
            maySet: boolean;
        };
        MeetingRules: {
            streetTown: {
                cutOffDays: number[];
                fromWaiting: number;
                longestWaitWorkingDays: number;
                itemsAtMost: number;
            };
            push: {
                fromWaiting: number;
                longestWaitWorkingDays: number;
                holdWithinWorkingDays: number;
                urgentWithinWorkingDays: number;
                callAheadWorkingDays: number;
                itemsAtMost: number;
            };
            leadingGroup: {
                fromWaiting: number;
                longestWaitWorkingDays: number;
                itemsAtMost: number;
            };
            quorums: {
                streetTownReview: (number)[];
                push: (number)[];
                conference: (number)[];
                special: (number)[];
                plenary: (number)[];
            };
        };
        MeetingProposalOffer: {
            mayPropose: boolean;
            /** @description Open issues that have come up to the leading group and are on no agenda of it */
            issues: {
                issueId: string;
                title: string;
                projectId: string;
                projectName: string;
            }[];
        };
        ProposedMeeting: {
            meetingId: string;
            repeated: boolean;
        };
        ProjectMeetings: {
            /** @description Its places in the queues, its own and those of its push requests */
            queued: components["schemas"]["MeetingQueueItem"][];
            /** @description The meetings that have it on their agenda and are not over */
            meetings: {
                meetingId: string;
                title: string;
                kindLabel: components["schemas"]["LocalizedText"];
                /** @enum {string} */
                state: "scheduled" | "collecting" | "composing" | "proposed" | "planning" | "approving" | "confirming" | "convened" | "inSession" | "minutes" | "signing" | "dispatching" | "followUp" | "archived" | "cancelled";
                stateLabel: components["schemas"]["LocalizedText"];
                /** @description YYYY-MM-DD */
                plannedOn: string | null;
                plannedTime: string | null;
                place: string | null;
                conveners: components["schemas"]["CodedName"][];
                items: {
                    key: string;
                    title: string;
                    kind: {
                        key: string;
                        label: components["schemas"]["LocalizedText"];
                    };
                    /** @enum {string} */
                    standing: "proposed" | "confirmed" | "left" | "concluded" | "deferred";
                    /** @description The project, issue or push request that waits for it */
                    waiting: string | null;
                }[];
                /** @description The caller may see the meeting itself */
                mayOpen: boolean;
            }[];
            /** @description What meetings have resolved on it, open ones first */
            resolutions: components["schemas"]["FollowedResolution"][];
            /** @description The newest first */
            pushRequests: {
                requestId: string;
                problemTypes: {
                    key: string;
                    label: components["schemas"]["LocalizedText"];
                }[];
                question: string;
                urgent: boolean;
                requester: {
                    name: string;
                    unit: components["schemas"]["CodedName"];
                };
                issueId: string | null;
                state: string;
                mustAct: components["schemas"]["CodedName"][];
                requestedAt: string;
                closedAt: string | null;
                outcome: {
                    key: string;
                    label: components["schemas"]["LocalizedText"];
                } | null;
                result: string | null;
            }[];
            /** @description What a push meeting may be asked for */
            problemTypes: {
                key: string;
                label: components["schemas"]["LocalizedText"];
            }[];
            mayRequestPush: boolean;
        };
        CalendarFeedStanding: {
            /** @description Whether there is an address that works */
            active: boolean;
            createdAt: string | null;
            /** @description When a calendar read it last, to the minute */
            lastUsedAt: string | null;
        };
        NewCalendarFeed: {
            /** @description Whether there is an address that works */
            active: boolean;
            createdAt: string | null;
            /** @description When a calendar read it last, to the minute */
            lastUsedAt: string | null;
            /** @description What a calendar subscribes to; it is told this one time only */
            address: string;
        };
        Problem: {
            /** @description urn:landfall:problem: and the code */
            type: string;
            /** @description What the status means */
            title: string;
            status: number;
            /** @description Dotted and stable: for programs */
            code: string;
            /** @description One sentence: for people, Chinese unless Accept-Language wants English */
            detail: string;
            /** @description Each refused field of a form or a body */
            errors?: {
                /** @description The field, with dots into nested ones; empty for the body as a whole */
                path: string;
                code: string;
                detail: string;
            }[];
            /** @description Names a fault of the server in its log */
            reference?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Auth.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Me.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Organization.units": {
        parameters: {
            query?: {
                /** @description The day asked about; today when left out */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationUnit"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Organization.industries": {
        parameters: {
            query?: {
                /** @description The day asked about; today when left out */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Industry"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Organization.routing": {
        parameters: {
            query: {
                industry: string;
                /** @description Code, full name, short name or alias */
                landingUnit?: string;
                ownership?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingPreview"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.alive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Inbox.page": {
        parameters: {
            query?: {
                /** @description `toRead` are the copies that are not read yet */
                view?: "todo" | "group" | "overdue" | "done" | "initiated" | "copied" | "toRead";
                cursor?: string;
                limit?: number;
                /** @description Part of a project name, investor or number */
                q?: string;
                /** @description The key of a stage */
                stage?: string;
                /** @description Tasks of these kinds only, separated by commas */
                taskKeys?: string;
                overdue?: "true" | "false";
                /** @description Due before this day (YYYY-MM-DD, Asia/Shanghai) */
                dueBefore?: string;
                /** @description A minus sign: the last first */
                sort?: "due" | "-due" | "arrived" | "-arrived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "UserTasks.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserTaskDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "UserTasks.bulk": {
        parameters: {
            query?: never;
            header: {
                "accept-language": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkOperation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "UserTasks.operate": {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskOperation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserTaskDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "UserTasks.claim": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserTaskDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "UserTasks.unclaim": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserTaskDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "UserTasks.assign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    accountId: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserTaskDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "UserTasks.complete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    outcome: string;
                    /** @default {} */
                    form?: {
                        [key: string]: unknown;
                    };
                    /** @description The same key twice has one effect and the same answer */
                    clientKey?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completed"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Copies.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ProcessDefinitions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessDefinition"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incidents.list": {
        parameters: {
            query?: {
                state?: "open" | "resolved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incidents.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Incidents.resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Attachments.download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "TaskPapers.commentsOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "TaskPapers.comment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "TaskPapers.attach": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Leads.form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description JSON Schema */
                        form: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Leads.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    projectName: string;
                    investorName?: string;
                    investorHidden?: boolean;
                    investorUscc?: string;
                    investorOrigin?: string;
                    /** @enum {string} */
                    capitalType?: "domestic" | "foreign" | "hkMacaoTaiwan" | "unknown";
                    /** @enum {string} */
                    ownership?: "CENTRAL_SOE" | "SOE" | "PRIVATE" | "FOREIGN";
                    industryFocus: string;
                    industryCode?: string;
                    totalInvestment: string;
                    currencyUnit?: string;
                    exchangeRate?: {
                        rate: string;
                        on: string;
                        source: string;
                    };
                    fixedInvestment?: string;
                    landNeed?: string | number;
                    landingUnit?: string;
                    /** @enum {string} */
                    sourceType: "taskForce" | "liaison" | "advisor" | "superior" | "association" | "investorReferral" | "event" | "overseasOffice" | "internet" | "list" | "other";
                    introducer?: string;
                    contact?: string;
                    brief: string;
                    /** @enum {string} */
                    carrierMode?: "newLand" | "existingLand" | "leasedPlant" | "officeSpace" | "revivedAssets" | "none";
                    crossRegion?: boolean;
                    /** @enum {string} */
                    confidentiality?: "public" | "internal" | "commercialSecret";
                    milestones?: {
                        signedOn?: string;
                        registeredOn?: string;
                        startedOn?: string;
                        operatedOn?: string;
                    };
                    enterpriseName?: string;
                    enterpriseUscc?: string;
                    clientKey?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredLead"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Leads.import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportStarted"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Leads.template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportSummary"][];
                    };
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.find": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                outcome?: "created" | "duplicate" | "refused";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.list": {
        parameters: {
            query?: {
                /** @description Part of a name, or the beginning of a number */
                q?: string;
                stage?: string;
                leadTaskForce?: string;
                landingUnit?: string;
                industryFocus?: string;
                status?: "active" | "suspended" | "closed";
                closedAs?: string;
                sort?: "-updatedAt" | "updatedAt" | "-createdAt" | "createdAt" | "-totalInvestment" | "totalInvestment" | "projectName" | "-projectName";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.history": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectHistoryPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.attachmentsOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                    /** @default {} */
                    form?: {
                        [key: string]: unknown;
                    };
                    /** @description The same key twice has one effect and the same answer */
                    clientKey?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectEventAnswer"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.year": {
        parameters: {
            query?: {
                /** @description This year when left out */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingYear"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarHistoryEntry"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeDraft"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: {
                        /** @enum {string} */
                        kind: "notice";
                        notice: components["schemas"]["NoticeDraft"];
                    } | {
                        /** @enum {string} */
                        kind: "workingHours";
                        hours: {
                            /** Format: date */
                            validFrom: string;
                            shifts: {
                                from: string;
                                to: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        kind: "unitExceptions";
                        add: {
                            unit: string;
                            /** Format: date */
                            on: string;
                            /** @enum {string} */
                            kind: "dayOff" | "workday";
                            reason: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        remove: {
                            unit: string;
                            /** Format: date */
                            on: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPreview"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: {
                        /** @enum {string} */
                        kind: "notice";
                        notice: components["schemas"]["NoticeDraft"];
                    } | {
                        /** @enum {string} */
                        kind: "workingHours";
                        hours: {
                            /** Format: date */
                            validFrom: string;
                            shifts: {
                                from: string;
                                to: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        kind: "unitExceptions";
                        add: {
                            unit: string;
                            /** Format: date */
                            on: string;
                            /** @enum {string} */
                            kind: "dayOff" | "workday";
                            reason: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        remove: {
                            unit: string;
                            /** Format: date */
                            on: string;
                        }[];
                    };
                    /** @description The version that the preview was made on */
                    basedOn: number;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedCalendarChange"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Substitutions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Substitutions"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Substitutions.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubstitution"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Substitution"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Substitutions.colleagues": {
        parameters: {
            query?: {
                /** @description Part of a name, username or post */
                q?: string;
                /** @description Only staff of the units that the caller heads */
                staff?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleague"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Substitutions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Substitution"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Handovers.handOver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHandover"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Issues.types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            value: string;
                            label: components["schemas"]["LocalizedText"];
                        }[];
                    };
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Issues.blocked": {
        parameters: {
            query?: {
                level?: number;
                type?: string;
                urgent?: "true" | "false";
                /** @description Only what the caller’s posts must act on */
                mine?: "true" | "false";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedProjects"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Issues.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Issues.history": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectHistoryPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Issues.event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                    /** @default {} */
                    form?: {
                        [key: string]: unknown;
                    };
                    /** @description The same key twice has one effect and the same answer */
                    clientKey?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionEventAnswer"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Issues.ofProject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectIssues"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Issues.raise": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                    title: string;
                    /** @description What was tried before: required */
                    tried: string;
                    /** @default false */
                    urgent?: boolean;
                    /** @description The same key twice raises one issue */
                    clientKey?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RaisedIssue"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SupervisionItems.sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            value: string;
                            label: components["schemas"]["LocalizedText"];
                        }[];
                    };
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SupervisionItems.list": {
        parameters: {
            query?: {
                colour?: "none" | "blue" | "yellow" | "red";
                leadUnit?: string;
                projectId?: string;
                inBulletin?: "true" | "false";
                status?: "open" | "closed" | "all";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionItems"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SupervisionItems.draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    source: "resolution" | "instruction" | "redLight" | "assessment" | "superior";
                    title: string;
                    /** @description What has to be delivered */
                    requirement: string;
                    /** Format: uuid */
                    projectId?: string;
                    leadUnit: string;
                    /** @default [] */
                    assistUnits?: string[];
                    /** Format: date */
                    dueOn: string;
                    /** @description The leader whose instruction the caller records; both names are kept */
                    onBehalfOf?: {
                        /** Format: uuid */
                        account?: string;
                        name: string;
                        post: string;
                    };
                    /** @description The same key twice drafts one item */
                    clientKey?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftedSupervisionItem"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SupervisionItems.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionItemDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SupervisionItems.history": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectHistoryPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SupervisionItems.event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                    /** @default {} */
                    form?: {
                        [key: string]: unknown;
                    };
                    /** @description The same key twice has one effect and the same answer */
                    clientKey?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionEventAnswer"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SupervisionSlip.slip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Leaders.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderResponsibilities"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Leaders.arrange": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    leaderGroup: "LG.leader" | "LG.exec" | "LG.deputy";
                    /** Format: date */
                    from: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.filtersOf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxFilter"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.addFilter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInboxFilter"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxFilter"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.removeFilter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.phrasesOf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommonPhrases"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.addPhrase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommonPhrase"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.orderPhrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Each phrase of the caller once */
                    ids: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommonPhrase"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.removePhrase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Desk.draftsOf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDraft"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "TaskDrafts.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDraft"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "TaskDrafts.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDraft"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "TaskDrafts.drop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DocumentTemplates.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTemplateSummary"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DocumentTemplates.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTemplate"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DocumentTemplates.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The latest version that was seen */
                    basedOn: number;
                    reason: string;
                    /**
                     * Format: date
                     * @description Today when left out
                     */
                    effectiveFrom?: string;
                    /** @description The words by part; placeholders in two braces */
                    wording: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTemplate"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DocumentTemplates.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTemplateVersion"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DocumentTemplates.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The latest version that was seen */
                    basedOn: number;
                    reason: string;
                    /**
                     * Format: date
                     * @description Today when left out
                     */
                    effectiveFrom?: string;
                    version: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTemplate"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DocumentTemplates.preview": {
        parameters: {
            query?: {
                format?: "html" | "docx" | "pdf";
                /** @description Draws the 22 lines of the type area; html only */
                showGrid?: string;
                /** @description The version that counts today when left out */
                version?: number;
            };
            header?: never;
            path: {
                type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/octet-stream": string;
                    "application/pdf": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DocumentTemplates.previewDraft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: "meetingNotice" | "agenda" | "papersPack" | "conferencePapers" | "signInSheet" | "minutes" | "reviewOpinion" | "supervisionSlip" | "bulletin";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The words by part; placeholders in two braces */
                    wording: {
                        [key: string]: string;
                    };
                    /**
                     * @default html
                     * @enum {string}
                     */
                    format?: "html" | "docx" | "pdf";
                    /** @default false */
                    showGrid?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/octet-stream": string;
                    "application/pdf": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notices.page": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Only what is unread */
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notices.stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notices.readAll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadAllNotices"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notices.readTask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notices.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notices.settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notices.choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticePreferences"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Lights.board": {
        parameters: {
            query?: {
                light?: "yellow" | "red";
                leadTaskForce?: string;
                landingUnit?: string;
                stage?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LightBoard"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Lights.light": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectLight"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Lights.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LightHistory"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Lights.override": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    light: "green" | "yellow" | "red";
                    reason: string;
                    /**
                     * Format: date
                     * @description Its last day, at most 30 days from today
                     */
                    untilOn: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectLight"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Lights.endOverride": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectLight"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waiting.of": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectWaiting"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waiting.dispute": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                    against: {
                        /** @enum {string} */
                        kind: "unit" | "enterprise" | "meetingQueue" | "suspended";
                        owner: string;
                    };
                    claimed: {
                        /** @enum {string} */
                        kind: "unit" | "enterprise" | "meetingQueue";
                        owner: string;
                    };
                    reason: string;
                    evidence: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingDispute"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waiting.undecided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingDispute"][];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waiting.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "accepted" | "refused";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingDispute"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Waiting.owners": {
        parameters: {
            query?: {
                /** @description The first day */
                from?: string;
                /** @description The last day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingSums"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Schedules.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScheduleItem"][];
                    };
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Schedules.runs": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRunPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Schedules.pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleItem"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Schedules.resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleItem"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Schedules.runNow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleItem"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DemoClock.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoClock"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DemoClock.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 0 */
                    days?: number;
                    /** @default 0 */
                    hours?: number;
                } | {
                    /**
                     * @description At nine
                     * @enum {string}
                     */
                    to: "nextWorkday";
                } | {
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoClock"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DemoClock.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoClock"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Meetings.list": {
        parameters: {
            query?: {
                kind?: "conference" | "plenary" | "special" | "push" | "streetTownReview";
                state?: "scheduled" | "collecting" | "composing" | "proposed" | "planning" | "approving" | "confirming" | "convened" | "inSession" | "minutes" | "signing" | "dispatching" | "followUp" | "archived" | "cancelled";
                status?: "open" | "ended" | "all";
                /** @description The day of the meeting, or of its call while none is planned */
                from?: string;
                to?: string;
                /** @description Only those in which a unit of the caller sits or has to act */
                mine?: "true" | "false";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meetings"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Meetings.detail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Meetings.history": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectHistoryPage"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Meetings.event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                event: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    form?: {
                        [key: string]: unknown;
                    };
                    /** @description The same key twice has one effect and the same answer */
                    clientKey?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.arrange": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The `rev` of the meeting that the caller has seen */
                    seen: number;
                    /** @description In the new order; what is not named stays at the end */
                    items: {
                        key: string;
                        minutes: number;
                        units: string[];
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The `rev` of the meeting that the caller has seen */
                    seen: number;
                    item: {
                        /**
                         * Format: uuid
                         * @description A place in the queue
                         */
                        place: string;
                    } | {
                        /** @enum {string} */
                        kind: "judgement" | "decision" | "problem" | "report" | "exchange" | "deployment" | "readBack" | "other";
                        title: string;
                        /** @default null */
                        question?: string | null;
                        /** @default null */
                        presenter?: string | null;
                        /** @default [] */
                        units?: string[];
                        minutes?: number;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.remove": {
        parameters: {
            query: {
                /** @description The `rev` of the meeting that the caller has seen */
                seen: number;
                reason: string;
            };
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.checkIn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    present: boolean;
                    /**
                     * @description Who came, where it is another
                     * @default null
                     */
                    person?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.reply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reply: "attend" | "substitute" | "written" | "decline";
                    /** @default null */
                    person?: string | null;
                    /** @default null */
                    post?: string | null;
                    /** @default null */
                    reason?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.addResolution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The `rev` of the meeting that the caller has seen */
                    seen: number;
                    /** @default null */
                    item?: string | null;
                    /** @enum {string} */
                    kind: "approve" | "conditions" | "supplement" | "transfer" | "notRecommended" | "defer" | "refuse" | "referUp" | "order" | "unblock" | "deadline" | "note";
                    text: string;
                    /** @default null */
                    unit?: string | null;
                    /** @default [] */
                    assistUnits?: string[];
                    /**
                     * Format: date
                     * @default null
                     */
                    dueOn?: string | null;
                    /** @default null */
                    criterion?: string | null;
                    /** @default null */
                    conditions?: string | null;
                    /** @default null */
                    landingUnit?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.putResolution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The `rev` of the meeting that the caller has seen */
                    seen: number;
                    /** @default null */
                    item?: string | null;
                    /** @enum {string} */
                    kind: "approve" | "conditions" | "supplement" | "transfer" | "notRecommended" | "defer" | "refuse" | "referUp" | "order" | "unblock" | "deadline" | "note";
                    text: string;
                    /** @default null */
                    unit?: string | null;
                    /** @default [] */
                    assistUnits?: string[];
                    /**
                     * Format: date
                     * @default null
                     */
                    dueOn?: string | null;
                    /** @default null */
                    criterion?: string | null;
                    /** @default null */
                    conditions?: string | null;
                    /** @default null */
                    landingUnit?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.removeResolution": {
        parameters: {
            query: {
                /** @description The `rev` of the meeting that the caller has seen */
                seen: number;
            };
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingEditing.settle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDetail"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingMinutes.all": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingMinutes"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingMinutes.section": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesSection"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingMinutes.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                section: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the caller has read; 0 for the first */
                    rev: number;
                    text: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesSection"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingMinutes.versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesVersions"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingMinutes.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingDocuments"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingMinutes.download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingWork.queue": {
        parameters: {
            query?: {
                queue?: "streetTown" | "district" | "leadingGroup" | "leadingGroupIssue" | "push";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingQueue"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingWork.resolutions": {
        parameters: {
            query?: {
                state?: "open" | "overdue" | "fulfilled" | "unfulfilled";
                /** @description Responsible or assisting */
                unit?: string;
                /** @description Only those that units of the caller carry out or assist in */
                own?: "true" | "false";
                meetingId?: string;
                projectId?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedResolutions"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingWork.request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    projectId: string;
                    problemTypes: ("site" | "planning" | "environment" | "policy" | "energy" | "safety" | "registration" | "other")[];
                    /** @description What the meeting is to decide */
                    question: string;
                    /** @default false */
                    urgent?: boolean;
                    /** Format: uuid */
                    issueId?: string;
                    /** @description The same key twice asks once */
                    clientKey?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPushMeeting"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingWork.ruleBook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRuleBook"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingWork.setRules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Not before today
                     */
                    from: string;
                    rules: components["schemas"]["MeetingRules"];
                    /** @description Why */
                    note: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRuleBook"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingProposals.offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingProposalOffer"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingProposals.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "special" | "plenary";
                    /** @description Why the leading group should meet */
                    reason: string;
                    /** @default [] */
                    topics?: {
                        /** @enum {string} */
                        kind: "judgement" | "decision" | "problem" | "report" | "exchange" | "deployment" | "readBack" | "other";
                        title: string;
                        /** @default null */
                        question?: string | null;
                        /** @default null */
                        presenter?: string | null;
                        /** @default [] */
                        units?: string[];
                        minutes?: number;
                    }[];
                    /**
                     * @description Issues that have come up to the leading group
                     * @default []
                     */
                    issues?: string[];
                    /** @description The same key twice proposes one meeting */
                    clientKey?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedMeeting"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ProjectMeetings.standing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMeetings"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingFiles.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingFiles.agenda": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingFiles.attendance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MeetingFiles.resolutions": {
        parameters: {
            query?: {
                state?: "open" | "overdue" | "fulfilled" | "unfulfilled";
                /** @description Responsible or assisting */
                unit?: string;
                /** @description Only those that units of the caller carry out or assist in */
                own?: "true" | "false";
                meetingId?: string;
                projectId?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CalendarFeeds.standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedStanding"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CalendarFeeds.renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarFeed"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CalendarFeeds.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedStanding"];
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CalendarFeeds.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
