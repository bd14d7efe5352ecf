{# Reading amounts exactly: a text is an amount only as a plain number, only if it fits the money column whole, and only up
   to the 28 digits that Tieout reads. #}

{% macro is_plain(text) %}{{ return(tieout.matches(text, '^-?[0-9]+([.][0-9]+)?$')) }}{% endmacro %}

{# How many decimals a plain number is written to. #}
{% macro decimals_of(text) %}
  {{ return("(case when " ~ text ~ " like '%.%' then length(" ~ text ~ ") - length(" ~ tieout.replaced(text, '[.].*$', '') ~ ") - 1 else 0 end)") }}
{% endmacro %}

{# How many digits stand before the point, leading noughts left out. #}
{% macro whole_digits_of(text) %}
  {{ return("length(" ~ tieout.replaced(text, '^-?0*|[.].*$', '') ~ ")") }}
{% endmacro %}

{# Ten million amounts of the longest can be added up before the engine's 38 digits are full. #}
{% macro whole_digits() %}{{ return(31 - var('scale')) }}{% endmacro %}

{% macro amount_of(text) %}
  case
    when {{ tieout.is_plain(text) }}
      and {{ tieout.decimals_of(text) }} <= {{ var('scale') }}
      and {{ tieout.whole_digits_of(text) }} <= {{ tieout.whole_digits() }}
      and {{ tieout.whole_digits_of(text) }} + {{ tieout.decimals_of(text) }} <= 28
    then {{ tieout.cast_or_null(text, tieout.money()) }}
  end
{% endmacro %}

{# Whether an amount looks like what is left of a sum of floating-point numbers, such as 4643976.270000001. #}
{% macro is_residue(text) %}
  {{ return("(" ~ tieout.matches(text, '[.][0-9]*(9{5,}[0-9]{0,3}|0{5,}[0-9]{0,2}[1-9])$')
      ~ " and length(" ~ tieout.replaced(tieout.replaced(text, '[-.]', ''), '^0+', '') ~ ") >= 14)") }}
{% endmacro %}

{# One unit of the last decimal. #}
{% macro unit_of(decimals) %}
  case {{ decimals }}
    {% for at in range(0, var('scale') + 1) %}
    when {{ at }} then cast('{{ '1' if at == 0 else '0.' ~ ('0' * (at - 1)) ~ '1' }}' as {{ tieout.money() }})
    {% endfor %}
  end
{% endmacro %}

{# The outcome of a comparison of `difference` over `addends` amounts to `decimals` decimals. #}
{% macro outcome(difference, addends, decimals) %}
  case
    when {{ difference }} is null then 'not-checkable'
    when {{ difference }} = 0 then 'ties'
    {% if var('tolerance') == 'exact' %}
    {% elif var('tolerance') == 'from-data' %}
    when abs({{ difference }}) * 2 <= ({{ tieout.unit_of(decimals) }}) * (1 + {{ addends }}) then 'rounding'
    {% else %}
    when abs({{ difference }}) <= cast('{{ (var('tolerance') | string) | replace("'", '') }}' as {{ tieout.money() }}) then 'rounding'
    {% endif %}
    else 'differs'
  end
{% endmacro %}
