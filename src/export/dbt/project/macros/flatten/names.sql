{# The letters and digits of a name in lower case; a gap between two digits stays one. Signs that tell things apart, such as
   those of currencies, are kept. There is no capital letter left that the ranges could take for punctuation. #}
{% macro letters(name) %}
  {%- set lower = "translate(" ~ name ~ ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')" -%}
  {%- set ascii = '\u0001-#&-*,-/:;?-`{-\u007f' -%}
  {%- set further = '\u0085\u00a0\u00a1\u00ab\u00ad\u00b4\u00b7\u00bb\u00bf\u02b9-\u02bf\u1680\u2000-\u2029\u202f-\u2060\u3000-\u3003\ufeff' -%}
  {%- set spaced = tieout.replaced(lower, '[' ~ ascii ~ further ~ ']+', ' ') -%}
  {%- set once = tieout.replaced(spaced, '([0-9]) ([0-9])', tieout.group_of(1) ~ '_' ~ tieout.group_of(2)) -%}
  {%- set twice = tieout.replaced(once, '([0-9]) ([0-9])', tieout.group_of(1) ~ '_' ~ tieout.group_of(2)) -%}
  {{ return("replace(" ~ twice ~ ", ' ', '')") }}
{% endmacro %}

{# What a replacement calls the nth group of its pattern. #}
{% macro group_of(nth) %}{{ return(adapter.dispatch('group_of', 'tieout')(nth)) }}{% endmacro %}
{% macro default__group_of(nth) %}{{ return('\\' ~ nth) }}{% endmacro %}
{% macro spark__group_of(nth) %}{{ return('$' ~ nth) }}{% endmacro %}
{% macro athena__group_of(nth) %}{{ return('$' ~ nth) }}{% endmacro %}

{# Letters and digits, for within brackets. #}
{% macro letter() %}{{ return(adapter.dispatch('letter', 'tieout')()) }}{% endmacro %}
{% macro default__letter() %}{{ return('\\p{L}') }}{% endmacro %}
{% macro postgres__letter() %}{{ return('[:alpha:]') }}{% endmacro %}
{% macro snowflake__letter() %}{{ return('[:alpha:]') }}{% endmacro %}

{% macro digit() %}{{ return(adapter.dispatch('digit', 'tieout')()) }}{% endmacro %}
{% macro default__digit() %}{{ return('\\p{N}') }}{% endmacro %}
{% macro postgres__digit() %}{{ return('[:digit:]') }}{% endmacro %}
{% macro snowflake__digit() %}{{ return('[:digit:]') }}{% endmacro %}

{# The ways of looking at account ids, from exact to general; `9` is a digit, `a` a letter, `h` a hexadecimal digit, `x` either. #}
{% macro looks(ids) %}
  {%- set places = tieout.replaced(tieout.replaced('account_id', '[' ~ tieout.letter() ~ ']', 'a'), '[' ~ tieout.digit() ~ ']', '9') -%}
  {%- set hex = tieout.replaced('account_id', '[0-9A-Fa-f]', 'h') -%}
  {%- set any = tieout.replaced('account_id', '[' ~ tieout.letter() ~ tieout.digit() ~ ']', 'x') -%}
  {%- set is_hex = "not " ~ tieout.matches('account_id', '[g-zG-Z]') ~ " and not " ~ tieout.matches('account_id', '[^\u0001-\u007f]') -%}
  {%- set uuid = '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$' -%}
  select *, 0 as look, '' as mask from {{ ids }} where {{ tieout.matches('account_id', uuid) }}
  union all
  select *, 1, {{ places }} from {{ ids }}
  union all
  select *, 2, {{ hex }} from {{ ids }} where {{ is_hex }}
  union all
  select *, 3, {{ any }} from {{ ids }}
  union all
  select *, 4, {{ tieout.replaced(tieout.replaced(places, '9+', '9'), 'a+', 'a') }} from {{ ids }}
  union all
  select *, 5, {{ tieout.replaced(hex, 'h+', 'h') }} from {{ ids }} where {{ is_hex }}
  union all
  select *, 6, {{ tieout.replaced(any, 'x+', 'x') }} from {{ ids }}
{% endmacro %}
