<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 2: abstract patterns are instantiated (6.3 of the standard: parameters are replaced as text), and rules take over what they
     extend (5.4.5). What is abstract is then gone. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:c="urn:x-chancery:schematron"
  exclude-result-prefixes="#all">

  <xsl:mode name="expand" on-no-match="shallow-copy"/>
  <xsl:mode name="instantiate" on-no-match="shallow-copy"/>

  <xsl:key name="abstract-pattern" match="sch:pattern[@abstract = 'true']" use="@id"/>
  <xsl:key name="abstract-rule" match="sch:rule[@abstract = 'true']" use="@id"/>
  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>
  <xsl:key name="property" match="sch:property" use="@id"/>

  <xsl:template match="sch:pattern[@abstract = 'true'] | sch:rule[@abstract = 'true'] | sch:rules" mode="expand"/>

  <xsl:template match="sch:pattern[@is-a]" mode="expand" priority="2">
    <xsl:variable name="template" select="key('abstract-pattern', @is-a)[1]"/>
    <xsl:choose>
      <xsl:when test="empty($template)">
        <xsl:sequence select="c:problem(., 'There is no abstract pattern with the id ' || @is-a || '.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="values" as="map(xs:string, xs:string)"
          select="map:merge(($template/sch:param[@value], sch:param) ! map:entry(string(@name), string(@value)), map { 'duplicates': 'use-last' })"/>
        <xsl:variable name="instance" as="document-node()">
          <xsl:document>
            <xsl:copy>
              <xsl:copy-of select="$template/@documents, @* except @is-a"/>
              <xsl:if test="not(sch:title)"><xsl:copy-of select="$template/sch:title"/></xsl:if>
              <xsl:copy-of select="sch:title, sch:p"/>
              <xsl:apply-templates select="$template/node() except $template/(sch:title | sch:p | sch:param)" mode="instantiate">
                <xsl:with-param name="values" select="$values" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:copy>
          </xsl:document>
        </xsl:variable>
        <xsl:apply-templates select="$instance/*" mode="expand">
          <xsl:with-param name="schema" select="root(.)" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*[contains(., '$')]" mode="instantiate">
    <xsl:param name="values" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}">
      <xsl:analyze-string select="." regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring>
          <xsl:sequence select="if (map:contains($values, regex-group(1))) then $values(regex-group(1)) else ."/>
        </xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:attribute>
  </xsl:template>

  <!-- A rule is looked for in its own pattern, then among the schema's `rules` (5.4.12: never in another pattern). -->
  <xsl:template match="sch:extends[@rule]" mode="expand">
    <xsl:param name="schema" as="document-node()" tunnel="yes" select="root(.)"/>
    <xsl:param name="extended" as="xs:string*" tunnel="yes" select="()"/>
    <xsl:variable name="rule" select="(ancestor::sch:pattern/sch:rule[@abstract = 'true'][@id = current()/@rule], key('abstract-rule', @rule, $schema)[parent::sch:rules])[1]"/>
    <xsl:choose>
      <xsl:when test="@rule = $extended">
        <xsl:sequence select="c:problem(., 'The rule ' || @rule || ' extends itself.')"/>
      </xsl:when>
      <xsl:when test="empty($rule) and key('abstract-rule', @rule, $schema)">
        <xsl:sequence select="c:problem(., 'The abstract rule ' || @rule || ' stands in another pattern; put it into this one, or into sch:rules.')"/>
      </xsl:when>
      <xsl:when test="empty($rule)">
        <xsl:sequence select="c:problem(., 'There is no abstract rule with the id ' || @rule || '.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$rule/node()" mode="expand">
          <xsl:with-param name="extended" select="$extended, string(@rule)" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sch:rule[not(@abstract = 'true')][not(@context)]" mode="expand" priority="2">
    <xsl:sequence select="c:problem(., 'A rule needs a context.')"/>
  </xsl:template>

  <!-- 5.4.5: a name is given to one variable of a rule, pattern, phase or schema. A pattern may give another value to a variable of the schema
       within itself (3.26); to define it over again with the same value is an error. -->
  <xsl:template match="sch:let" mode="expand">
    <xsl:param name="schema" as="document-node()" tunnel="yes" select="root(.)"/>
    <xsl:if test="preceding-sibling::sch:let[@name = current()/@name]">
      <xsl:sequence select="c:problem(., 'The variable ' || @name || ' is defined twice in this ' || local-name(..) || '.')"/>
    </xsl:if>
    <xsl:if test="parent::sch:pattern and $schema/sch:schema/sch:let[@name = current()/@name][normalize-space(@value) = normalize-space(current()/@value) and deep-equal(node(), current()/node())]">
      <xsl:sequence select="c:problem(., 'The variable ' || @name || ' of the schema is defined over again in this pattern; take one of the two away.')"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:assert[not(@test)] | sch:report[not(@test)]" mode="expand" priority="2">
    <xsl:sequence select="c:problem(., local-name() || ' needs a test.')"/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="expand">
    <xsl:param name="schema" as="document-node()" tunnel="yes" select="root(.)"/>
    <xsl:variable name="at" select="."/>
    <xsl:for-each select="tokenize(@diagnostics)[empty(key('diagnostic', ., $schema))]">
      <xsl:sequence select="c:problem($at, 'There is no diagnostic with the id ' || . || '.')"/>
    </xsl:for-each>
    <xsl:for-each select="tokenize(@properties)[empty(key('property', ., $schema))]">
      <xsl:sequence select="c:problem($at, 'There is no property with the id ' || . || '.')"/>
    </xsl:for-each>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
