package org.danaya.consultation.answer;

import java.time.Clock;
import org.danaya.access.AccountPersons;
import org.danaya.access.Accounts;
import org.danaya.base.Ids;
import org.danaya.consultation.FreezeCheck;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.log.Leaves;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers and causes on the platform. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    @Bean
    Answers answers(
            JdbcClient jdbc,
            TextRegister texts,
            SessionRegister sessions,
            Accounts accounts,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        return new Answers(
                new AnswerRegister(jdbc),
                new Answering(
                        jdbc,
                        sessions,
                        new AccountPersons(id -> accounts.get(id).owner().person()),
                        transaction,
                        news,
                        clock),
                new Causes(jdbc, texts, sessions, transaction, news, ids, clock));
    }

    @Bean
    FreezeCheck answerChecks(
            JdbcClient jdbc, TextRegister texts, Answers answers, SessionRegister sessions) {
        return new AnswerChecks(jdbc, texts, answers.causes(), sessions);
    }

    @Bean
    FinalAnswers finalAnswers(JdbcClient jdbc, TextRegister texts, Leaves leaves, Clock clock) {
        return new FinalAnswers(jdbc, texts, leaves, clock);
    }
}
