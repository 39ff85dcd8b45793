import { createContext, useContext } from 'react';

const SubjectContext = createContext<string | null>(null);

/** Names the project that the forms inside are about, so that a field can offer what is near to it. */
export const FormSubject = SubjectContext.Provider;

export const useFormSubject = (): string | null => useContext(SubjectContext);
