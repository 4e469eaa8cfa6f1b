package org.updateall.adapters.duckdb;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.sqlobject.customizer.SqlStatementCustomizerFactory;
import org.jdbi.v3.sqlobject.customizer.SqlStatementCustomizingAnnotation;
import org.jdbi.v3.sqlobject.customizer.SqlStatementParameterCustomizer;

/** Binds each component of a record by its name; Jdbi's own way is for public types alone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@SqlStatementCustomizingAnnotation(BindRow.Factory.class)
@interface BindRow {

  /** Makes what binds. */
  final class Factory implements SqlStatementCustomizerFactory {

    @Override
    public SqlStatementParameterCustomizer createForParameter(
        Annotation annotation,
        Class<?> sqlObjectType,
        Method method,
        Parameter parameter,
        int index,
        Type type) {
      return (statement, row) -> bind(statement, (Record) row);
    }

    static void bind(SqlStatement<?> statement, Record row) {
      for (RecordComponent column : row.getClass().getRecordComponents()) {
        statement.bindByType(
            column.getName(), Columns.valueOf(row, column), column.getGenericType());
      }
    }
  }
}
