{# The types and functions that differ from engine to engine, each in one place. #}

{# The type of money: `scale` decimals, and two digits of room below what the engine can hold. #}
{% macro money() %}{{ return(adapter.dispatch('money', 'tieout')()) }}{% endmacro %}
{% macro default__money() %}{{ return('decimal(36, ' ~ var('scale') ~ ')') }}{% endmacro %}
{% macro bigquery__money() %}{{ return('bignumeric') }}{% endmacro %}

{# Nothing where a text is no value of the type, in place of an error. #}
{% macro cast_or_null(text, type) %}{{ return(adapter.dispatch('cast_or_null', 'tieout')(text, type)) }}{% endmacro %}
{% macro default__cast_or_null(text, type) %}{{ return('try_cast(' ~ text ~ ' as ' ~ type ~ ')') }}{% endmacro %}
{% macro postgres__cast_or_null(text, type) %}{{ return('cast(' ~ text ~ ' as ' ~ type ~ ')') }}{% endmacro %}
{% macro bigquery__cast_or_null(text, type) %}{{ return('safe_cast(' ~ text ~ ' as ' ~ type ~ ')') }}{% endmacro %}

{% macro text_type() %}{{ return(adapter.dispatch('text_type', 'tieout')()) }}{% endmacro %}
{% macro default__text_type() %}{{ return('varchar') }}{% endmacro %}
{% macro spark__text_type() %}{{ return('string') }}{% endmacro %}
{% macro bigquery__text_type() %}{{ return('string') }}{% endmacro %}
{% macro postgres__text_type() %}{{ return('text') }}{% endmacro %}

{% macro moment_type() %}{{ return('timestamp with time zone' if target.type in ['duckdb', 'postgres'] else 'timestamp') }}{% endmacro %}

{# A text without the white space around it, which is what Unicode calls so: many engines take spaces alone. #}
{% macro trimmed(text) %}{{ return(adapter.dispatch('trimmed', 'tieout')(text)) }}{% endmacro %}
{% macro white_space() %}{{ return('\t\n\x0b\f\r \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000') }}{% endmacro %}
{% macro default__trimmed(text) %}{{ return("trim(both '" ~ tieout.white_space() ~ "' from " ~ text ~ ")") }}{% endmacro %}
{% macro duckdb__trimmed(text) %}{{ return("trim(" ~ text ~ ", '" ~ tieout.white_space() ~ "')") }}{% endmacro %}
{% macro snowflake__trimmed(text) %}{{ return("trim(" ~ text ~ ", '" ~ tieout.white_space() ~ "')") }}{% endmacro %}
{% macro bigquery__trimmed(text) %}{{ return('trim(' ~ text ~ ')') }}{% endmacro %}

{# The day it is. #}
{% macro this_day() %}
  {%- if var('today') -%}{{ return("cast('" ~ (var('today') | string)[:10] | replace("'", "") ~ "' as date)") }}
  {%- else -%}{{ return('current_date') }}{%- endif -%}
{% endmacro %}

{# The first 16 hexadecimal digits of the SHA-256 of texts, one behind the other. None of them may be null. #}
{% macro key_of(parts) %}{{ return(adapter.dispatch('key_of', 'tieout')(tieout.joined(parts))) }}{% endmacro %}
{% macro default__key_of(text) %}{{ return('substr(sha256(' ~ text ~ '), 1, 16)') }}{% endmacro %}
{% macro spark__key_of(text) %}{{ return('substr(sha2(' ~ text ~ ', 256), 1, 16)') }}{% endmacro %}
{% macro snowflake__key_of(text) %}{{ return('substr(sha2(' ~ text ~ ', 256), 1, 16)') }}{% endmacro %}
{% macro postgres__key_of(text) %}{{ return("substr(encode(sha256(convert_to(" ~ text ~ ", 'UTF8')), 'hex'), 1, 16)") }}{% endmacro %}
{% macro bigquery__key_of(text) %}{{ return('substr(to_hex(sha256(' ~ text ~ ')), 1, 16)') }}{% endmacro %}
{% macro athena__key_of(text) %}{{ return('substr(lower(to_hex(sha256(to_utf8(' ~ text ~ ')))), 1, 16)') }}{% endmacro %}

{% macro joined(parts) %}{{ return('(' ~ (parts | join(' || ')) ~ ')') }}{% endmacro %}

{# Texts by regular expressions (RE2's common ground with Java and POSIX: characters, and no classes by name). Patterns are written here in the project, never in a file. #}
{% macro matches(text, pattern) %}{{ return(adapter.dispatch('matches', 'tieout')(text, pattern)) }}{% endmacro %}
{% macro default__matches(text, pattern) %}{{ return("regexp_matches(" ~ text ~ ", '" ~ pattern ~ "')") }}{% endmacro %}
{% macro spark__matches(text, pattern) %}{{ return("(" ~ text ~ " rlike r'" ~ pattern ~ "')") }}{% endmacro %}
{% macro postgres__matches(text, pattern) %}{{ return("(" ~ text ~ " ~ '" ~ pattern ~ "')") }}{% endmacro %}
{% macro snowflake__matches(text, pattern) %}{{ return("(regexp_instr(" ~ text ~ ", '" ~ (pattern | replace('\\', '\\\\')) ~ "') > 0)") }}{% endmacro %}
{% macro bigquery__matches(text, pattern) %}{{ return("regexp_contains(" ~ text ~ ", r'" ~ pattern ~ "')") }}{% endmacro %}
{% macro athena__matches(text, pattern) %}{{ return("regexp_like(" ~ text ~ ", '" ~ pattern ~ "')") }}{% endmacro %}

{% macro replaced(text, pattern, by) %}{{ return(adapter.dispatch('replaced', 'tieout')(text, pattern, by)) }}{% endmacro %}
{% macro default__replaced(text, pattern, by) %}{{ return("regexp_replace(" ~ text ~ ", '" ~ pattern ~ "', '" ~ by ~ "', 'g')") }}{% endmacro %}
{% macro spark__replaced(text, pattern, by) %}{{ return("regexp_replace(" ~ text ~ ", r'" ~ pattern ~ "', '" ~ by ~ "')") }}{% endmacro %}
{% macro snowflake__replaced(text, pattern, by) %}{{ return("regexp_replace(" ~ text ~ ", '" ~ (pattern | replace('\\', '\\\\')) ~ "', '" ~ (by | replace('\\', '\\\\')) ~ "')") }}{% endmacro %}
{% macro bigquery__replaced(text, pattern, by) %}{{ return("regexp_replace(" ~ text ~ ", r'" ~ pattern ~ "', r'" ~ by ~ "')") }}{% endmacro %}
{% macro athena__replaced(text, pattern, by) %}{{ return("regexp_replace(" ~ text ~ ", '" ~ pattern ~ "', '" ~ by ~ "')") }}{% endmacro %}

{# The keyword that has a common table computed once where it is used twice, where there is one. #}
{% macro once() %}{{ return(adapter.dispatch('once', 'tieout')()) }}{% endmacro %}
{% macro default__once() %}{{ return('') }}{% endmacro %}
{% macro duckdb__once() %}{{ return('materialized') }}{% endmacro %}
{% macro postgres__once() %}{{ return('materialized') }}{% endmacro %}

{# Whether the raw files are flattened in the engine; elsewhere the shipped tables are loaded by `dbt seed`. #}
{% macro in_engine() %}
  {{ return(target.type in ['duckdb', 'spark', 'databricks'] and not (var('shipped', false) | as_bool)) }}
{% endmacro %}
